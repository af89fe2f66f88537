package dev.tricolor.dashboard.analysis;

import dev.tricolor.dashboard.analysis.LiveSet.Mark;
import dev.tricolor.dashboard.gc.GoMetric;
import dev.tricolor.dashboard.gc.GoMetricSample;
import dev.tricolor.dashboard.gc.Timeline;
import dev.tricolor.dashboard.gc.TracedCycle;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What Go's cycles left: every one marks everything, and the runtime itself says how much that was. Objects allocated while
 * it marked are in it, because Go allocates them marked.
 */
final class GoLiveMarks {

    private static final long MIB = 1 << 20;

    private GoLiveMarks() {}

    /** Oldest first; the size in bytes where a reading of the metric fell between a cycle and the next, else in MiB. */
    static List<Mark> of(Timeline timeline) {
        List<Mark> marks = new ArrayList<>();
        List<TracedCycle> cycles = timeline.go().cycles();
        for (int i = 0; i < cycles.size(); i++) {
            TracedCycle c = cycles.get(i);
            Instant next = i + 1 < cycles.size() ? cycles.get(i + 1).end() : Instant.MAX;
            long live = exact(timeline, c, next).orElse(c.markedBytes());
            marks.add(new Mark(c.number(), c.at(), c.startBytes(), c.end(), live, live));
        }
        return cycles.isEmpty() ? sampled(timeline) : List.copyOf(marks);
    }

    private static Optional<Long> exact(Timeline timeline, TracedCycle c, Instant next) {
        return timeline.go()
                .at(GoMetric.HEAP_LIVE, next)
                .filter(s -> s.at().isAfter(c.end()))
                .map(s -> (long) s.value())
                .filter(bytes -> bytes / MIB * MIB == c.markedBytes());
    }

    /** From the metric alone: the readings at which it had changed. Cycles between two readings are not seen. */
    private static List<Mark> sampled(Timeline timeline) {
        List<Mark> marks = new ArrayList<>();
        for (GoMetricSample s : timeline.go().readings(GoMetric.HEAP_LIVE)) {
            long live = (long) s.value();
            int cycle = timeline.go()
                    .at(GoMetric.CYCLES, s.at())
                    .map(n -> (int) n.value())
                    .orElse(0);
            if (live > 0) {
                marks.add(new Mark(cycle, s.at(), live, s.at(), live, live));
            }
        }
        return List.copyOf(marks);
    }

    static String instrument(Timeline timeline) {
        String meanwhile = "; what was allocated while it marked is in it: Go allocates it marked";
        return timeline.go().traced()
                ? "gctrace, marked by each cycle, MiB, cut off, in bytes where " + GoMetric.HEAP_LIVE.id()
                        + " was read before the next cycle" + meanwhile
                : GoMetric.HEAP_LIVE.id() + ", read ten times a second" + meanwhile;
    }
}
