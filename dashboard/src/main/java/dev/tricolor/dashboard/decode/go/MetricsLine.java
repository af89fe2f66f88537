package dev.tricolor.dashboard.decode.go;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tricolor.dashboard.gc.GoHistogram;
import dev.tricolor.dashboard.gc.GoMetric;
import java.time.Instant;
import java.util.Map;

/** Numbers and distributions of {@code runtime/metrics} that changed. */
final class MetricsLine implements GoLine {

    @Override
    public String type() {
        return "metrics";
    }

    @Override
    public void decode(JsonNode line, Instant at, GoTimelineBuilder out) {
        for (Map.Entry<String, JsonNode> e : line.path("v").properties()) {
            if (e.getValue().isNumber()) {
                GoMetric.of(e.getKey())
                        .ifPresent(m -> out.metric(at, m, e.getValue().asDouble()));
            }
        }
        out.metricsRead(at);
        for (Map.Entry<String, JsonNode> e : line.path("h").properties()) {
            GoHistogram.of(e.getKey())
                    .ifPresent(h -> e.getValue().forEach(pair -> stops(pair, at, h, e.getKey(), out)));
        }
    }

    private static void stops(JsonNode pair, Instant at, GoHistogram h, String name, GoTimelineBuilder out) {
        if (!pair.path(0).isInt() || !pair.path(1).isIntegralNumber()) {
            throw new IllegalArgumentException("a bucket of " + name + " that is not [index, count]");
        }
        out.stops(at, h, name, pair.path(0).asInt(), pair.path(1).asLong());
    }
}
