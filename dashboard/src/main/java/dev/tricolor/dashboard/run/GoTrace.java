package dev.tricolor.dashboard.run;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Takes the lines that Go's runtime writes about its collections out of a child's standard error. Thread-safe. */
final class GoTrace implements Predicate<String> {
    private static final Pattern LINE = Pattern.compile("gc \\d+ @[\\d.]+s \\d+%.*, \\d+->(\\d+)->\\d+ MB, .*");
    private static final Pattern FORCED = Pattern.compile("GC forced");

    private record Seen(Instant at, String line) {}

    private final List<Seen> lines = new ArrayList<>();
    private long peakMib = -1;

    /** Whether the line is one, which is kept. */
    @Override
    public synchronized boolean test(String line) {
        Matcher m = LINE.matcher(line);
        if (!m.matches()) {
            return FORCED.matcher(line).matches();
        }
        lines.add(new Seen(Instant.now(), line));
        peakMib = Math.max(peakMib, Long.parseLong(m.group(1)));
        return true;
    }

    /** The largest heap at the end of a mark, bytes, rounded up from the trace's whole MiB; empty without a collection. */
    synchronized OptionalLong peakHeapBytes() {
        return peakMib < 0 ? OptionalLong.empty() : OptionalLong.of((peakMib + 1) << 20);
    }

    /** As lines of a session's log, in the form of docs/go-log.md. */
    synchronized List<String> logLines() {
        return lines.stream()
                .map(seen -> JsonNodeFactory.instance
                        .objectNode()
                        .put("t", "gctrace")
                        .put("at", ChronoUnit.NANOS.between(Instant.EPOCH, seen.at()))
                        .put("line", seen.line())
                        .toString())
                .toList();
    }
}
