package dev.tricolor.dashboard.run;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.tricolor.dashboard.decode.go.GcTrace;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Predicate;

/** Takes the lines that Go's runtime writes about its collections out of a child's standard error. Thread-safe. */
final class GoTrace implements Predicate<String> {
    private record Seen(Instant at, String line) {}

    private final List<Seen> lines = new ArrayList<>();
    private long peakMib = -1;

    /** Whether the line is one, which is kept. */
    @Override
    public synchronized boolean test(String line) {
        Optional<GcTrace> trace = GcTrace.parse(line);
        if (trace.isEmpty() && !GcTrace.announcesPeriodic(line)) {
            return false;
        }
        lines.add(new Seen(Instant.now(), line));
        peakMib = Math.max(peakMib, trace.map(GcTrace::endMib).orElse(-1L));
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
