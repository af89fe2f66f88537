package dev.tricolor.dashboard.decode.go;

import dev.tricolor.dashboard.gc.Timeline;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

/** A Go process's log written down by hand; all times are milliseconds from {@link #T0}, the process's start. */
public final class GoLog {
    public static final Instant T0 = Instant.parse("2026-01-01T00:00:00Z");

    private final GoTimelineBuilder builder = new GoTimelineBuilder();
    private final GoLines lines = new GoLines(builder);

    public static GoLog started() {
        return new GoLog()
                .line(
                        0,
                        "info",
                        "\"agent\":\"tricolor-go 0.1\",\"go\":\"go1.26.8\",\"procs\":2,\"gogc\":100,\"start\":"
                                + ns(0));
    }

    public static long ns(double ms) {
        return T0.getEpochSecond() * 1_000_000_000L + Math.round(ms * 1e6);
    }

    public static Instant at(double ms) {
        return T0.plusNanos(Math.round(ms * 1e6));
    }

    /** A line with these further fields. */
    public static String json(double atMs, String type, String fields) {
        return "{\"t\":\"" + type + "\",\"at\":" + ns(atMs) + (fields.isEmpty() ? "" : "," + fields) + "}";
    }

    public GoLog line(double atMs, String type, String fields) {
        return raw(json(atMs, type, fields));
    }

    public GoLog raw(String line) {
        lines.take(line);
        return this;
    }

    public GoLog metrics(double atMs, String values) {
        return line(atMs, "metrics", "\"v\":{" + values + "}");
    }

    public GoLog trace(double atMs, String line) {
        return line(atMs, "gctrace", "\"line\":\"" + line + "\"");
    }

    /** A cycle that marks for 10 ms, stopped 1 ms before and 1 ms after it. */
    public GoLog cycle(
            int n, double startMs, double assistMs, double workerMs, int start, int end, int marked, int goal) {
        return trace(
                startMs + 12,
                String.format(
                        Locale.ROOT,
                        "gc %d @%.3fs 5%%: 1.0+10+1.0 ms clock, 2.0+%s/%s/0+2.0 ms cpu, %d->%d->%d MB, %d MB goal, 0 MB stacks,"
                                + " 0 MB globals, 2 P",
                        n,
                        startMs / 1e3,
                        assistMs,
                        workerMs,
                        start,
                        end,
                        marked,
                        goal));
    }

    public Timeline timeline() {
        return builder.snapshot();
    }

    public List<String> problems() {
        return java.util.stream.Stream.concat(lines.problems().stream(), builder.problems().stream())
                .toList();
    }
}
