package dev.tricolor.dashboard.decode.go;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;

/** The bounds of a distribution's buckets. */
final class BucketsLine implements GoLine {

    @Override
    public String type() {
        return "buckets";
    }

    @Override
    public void decode(JsonNode line, Instant at, GoTimelineBuilder out) {
        JsonNode given = line.path("bounds");
        double[] seconds = new double[given.size()];
        for (int i = 0; i < seconds.length; i++) {
            JsonNode b = given.get(i);
            if (b.isNumber()) {
                seconds[i] = b.asDouble();
            } else {
                seconds[i] = i == 0 ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY;
            }
        }
        out.buckets(Fields.text(line, "name"), seconds);
    }
}
