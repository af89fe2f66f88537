package dev.tricolor.dashboard.decode.go;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;

/** Reads fields of a line. */
final class Fields {

    /** Times after the year 2200 are no times. */
    private static final long LATEST_NS = 7_258_118_400L * 1_000_000_000L;

    private Fields() {}

    /** A number of a field that must be there. */
    static long required(JsonNode line, String field) {
        return number(line, field).orElseThrow(() -> new IllegalArgumentException("no number " + field));
    }

    /** A number, cut to the range of a long; empty where there is none. */
    static OptionalLong number(JsonNode line, String field) {
        JsonNode n = line.path(field);
        if (!n.isNumber()) {
            return OptionalLong.empty();
        }
        return OptionalLong.of(n.canConvertToLong() ? n.asLong() : n.asDouble() < 0 ? Long.MIN_VALUE : Long.MAX_VALUE);
    }

    static String text(JsonNode line, String field) {
        return line.path(field).asText("");
    }

    /** A moment in ns since the epoch; empty where it can't be one. */
    static Optional<Instant> instant(JsonNode line, String field) {
        OptionalLong ns = number(line, field);
        if (ns.isEmpty() || ns.getAsLong() <= 0 || ns.getAsLong() > LATEST_NS) {
            return Optional.empty();
        }
        try {
            return Optional.of(Instant.ofEpochSecond(0, ns.getAsLong()));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
