package dev.tricolor.dashboard.decode.go;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;

/** A finished cycle as {@code ReadGCStats} tells it: its end, and its stops added up. */
final class PausesLine implements GoLine {

    @Override
    public String type() {
        return "pauses";
    }

    @Override
    public void decode(JsonNode line, Instant at, GoTimelineBuilder out) {
        Instant end = Fields.instant(line, "end").orElseThrow(() -> new IllegalArgumentException("no time end"));
        long sum = Fields.required(line, "pauseNs");
        if (sum < 0) {
            throw new IllegalArgumentException("a negative pauseNs");
        }
        out.stopsOfCycle(Math.toIntExact(Fields.required(line, "cycle")), end, Duration.ofNanos(sum));
    }
}
