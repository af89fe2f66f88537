package dev.tricolor.dashboard.watch;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;

/** A line of a Go process's log, as docs/go-log.md has it. */
public final class LogLine {
    private LogLine() {}

    /** The beginning of one: its type, and its time in nanoseconds since the epoch. */
    public static ObjectNode of(String type, long at) {
        return JsonNodeFactory.instance.objectNode().put("t", type).put("at", at);
    }

    /** An empty object, for what is missing and why. */
    static ObjectNode missing() {
        return JsonNodeFactory.instance.objectNode();
    }

    /** As it stands in the log. */
    public static byte[] bytes(ObjectNode line) {
        return (line + "\n").getBytes(UTF_8);
    }

    /** Nanoseconds since the epoch. */
    public static long nanos(Instant time) {
        return time.getEpochSecond() * 1_000_000_000L + time.getNano();
    }
}
