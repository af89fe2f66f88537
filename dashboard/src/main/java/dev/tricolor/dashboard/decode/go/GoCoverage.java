package dev.tricolor.dashboard.decode.go;

import dev.tricolor.dashboard.gc.Interval;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which stretches of time a Go process's log covers. Not thread-safe.
 *
 * <p>From the first line to the last; with a trace from the process's start, since it tells each cycle from there on. A line
 * of the trace may be appended long after its cycle, so its own time counts only where nothing else tells the time. When the
 * agent says that it lost lines, the longest silence since it last spoke is taken for the gap.
 */
final class GoCoverage {

    /** The agent writes ten lines a second: a shorter silence can be a busy machine. */
    private static final Duration SHORTEST_GAP = Duration.ofSeconds(1);

    private final List<Interval> gaps = new ArrayList<>();
    private @Nullable Instant from;
    private @Nullable Instant to;
    private @Nullable Instant lastTraceLine;
    private @Nullable Interval silence;
    private boolean sampled;
    private long lostBytes;

    void line(String type, Instant at) {
        if (type.equals("gctrace")) {
            lastTraceLine = later(lastTraceLine, at);
            return;
        }
        sampled |= type.equals("metrics") || type.equals("pauses");
        if (to != null && at.isAfter(to)) {
            Interval quiet = new Interval(to, at);
            if (silence == null || quiet.length().compareTo(silence.length()) > 0) {
                silence = quiet;
            }
        }
        from = from == null || at.isBefore(from) ? at : from;
        to = later(to, at);
    }

    void traced(Instant start, Instant cycleEnd) {
        from = from == null || start.isBefore(from) ? start : from;
        to = later(to, cycleEnd);
    }

    /** What the agent says that it lost since its start. */
    void lost(long bytes) {
        if (bytes > lostBytes) {
            beginsAnew();
        }
        lostBytes = Math.max(lostBytes, bytes);
        silence = null;
    }

    /** Something is missing: where the longest silence was. */
    void beginsAnew() {
        if (silence != null && silence.length().compareTo(SHORTEST_GAP) > 0) {
            gaps.add(silence);
        }
        silence = null;
    }

    long lostBytes() {
        return lostBytes;
    }

    Instant until() {
        Instant end = to;
        if (!sampled && lastTraceLine != null) {
            end = later(end, lastTraceLine);
        }
        return end == null ? Instant.EPOCH : end;
    }

    /** Oldest first. */
    List<Interval> covered() {
        List<Interval> covered = new ArrayList<>();
        Instant at = from == null ? until() : from;
        for (Interval gap : gaps) {
            if (gap.from().isAfter(at)) {
                covered.add(new Interval(at, gap.from()));
            }
            at = gap.to();
        }
        if (at.isBefore(until())) {
            covered.add(new Interval(at, until()));
        }
        return List.copyOf(covered);
    }

    private static Instant later(@Nullable Instant a, Instant b) {
        return a == null || b.isAfter(a) ? b : a;
    }
}
