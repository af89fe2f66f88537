package dev.tricolor.dashboard.analysis;

import dev.tricolor.dashboard.gc.GoMetric;
import dev.tricolor.dashboard.gc.GoMetricSample;
import dev.tricolor.dashboard.gc.HeapSample;
import dev.tricolor.dashboard.gc.Timeline;
import java.time.Instant;
import java.util.List;

/**
 * How much of the heap was in use over time, by the instrument that sees the most: what collections report where they do, since
 * that has the peaks and the lows; in Go without a trace what the agent read.
 */
public final class HeapUse {
    private HeapUse() {}

    /** Bytes in use at one moment, dead objects included. */
    public record Point(Instant at, long bytes) {}

    /** Oldest first. */
    public static List<Point> of(Timeline timeline) {
        return timeline.heap().isEmpty()
                ? timeline.go().readings(GoMetric.HEAP_OBJECTS).stream()
                        .map(HeapUse::point)
                        .toList()
                : timeline.heap().stream().map(HeapUse::point).toList();
    }

    private static Point point(HeapSample s) {
        return new Point(s.at(), s.used());
    }

    private static Point point(GoMetricSample s) {
        return new Point(s.at(), (long) s.value());
    }
}
