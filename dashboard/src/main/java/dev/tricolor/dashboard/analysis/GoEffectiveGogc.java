package dev.tricolor.dashboard.analysis;

import dev.tricolor.dashboard.gc.GoMetric;
import dev.tricolor.dashboard.gc.GoMetricSample;
import dev.tricolor.dashboard.gc.Interval;
import dev.tricolor.dashboard.gc.Timeline;
import dev.tricolor.dashboard.gc.TracedCycle;
import java.util.ArrayList;
import java.util.List;

/**
 * By what Go's own heap grew from cycle to cycle, in the knob's terms: 100 × (heap − marked before) / (marked before + stacks +
 * globals), with the heap at the <em>end</em> of marking, because that is what GOGC steers. Cycles that the program forced
 * and those of the clock begin elsewhere and are left out, and so is a heap below {@link #SMALLEST}: Go does not let the
 * goal fall below 4 MiB × GOGC / 100.
 */
final class GoEffectiveGogc {

    /** Bytes; below this the trace's whole MiB and the least goal say more than the knob does. */
    private static final long SMALLEST = 4 << 20;

    private GoEffectiveGogc() {}

    static EffectiveGogc of(Timeline timeline, Interval window) {
        boolean traced = timeline.go().traced();
        List<Double> each = traced ? ended(timeline.go().cycles(), window) : aimedAt(timeline, window);
        if (each.isEmpty()) {
            return new EffectiveGogc(
                    Figure.missing(
                            "needs a cycle that began by itself, after another one that marked 4 MiB or more, in this window"),
                    List.of());
        }
        String instrument = traced
                ? "gctrace: heap when marking ended against what the cycle before had marked, with stacks and globals; MiB,"
                        + " cut off"
                : GoMetric.HEAP_GOAL.id() + " against " + GoMetric.HEAP_LIVE.id()
                        + ": what the pacer aimed at, not where it ended";
        return new EffectiveGogc(
                Figure.known(EffectiveGogc.median(each), "%", instrument + "; median of " + each.size()),
                List.copyOf(each));
    }

    private static List<Double> ended(List<TracedCycle> cycles, Interval window) {
        List<Double> each = new ArrayList<>();
        for (int i = 1; i < cycles.size(); i++) {
            TracedCycle before = cycles.get(i - 1);
            TracedCycle c = cycles.get(i);
            long marked = before.markedBytes();
            boolean next = c.number() == before.number() + 1;
            if (next && c.cause().equals(TracedCycle.GOAL) && marked >= SMALLEST && window.contains(c.end())) {
                long base = marked
                        + before.stackBytes().orElse(0)
                        + before.globalBytes().orElse(0);
                each.add(100.0 * (c.endBytes() - marked) / base);
            }
        }
        return each;
    }

    private static List<Double> aimedAt(Timeline timeline, Interval window) {
        List<Double> each = new ArrayList<>();
        for (GoMetricSample s : timeline.go().readings(GoMetric.HEAP_LIVE)) {
            double goal = timeline.go()
                    .at(GoMetric.HEAP_GOAL, s.at())
                    .filter(g -> !g.unbounded())
                    .map(GoMetricSample::value)
                    .orElse(0.0);
            double base = s.value() + at(timeline, GoMetric.SCAN_STACK, s) + at(timeline, GoMetric.SCAN_GLOBALS, s);
            if (s.value() >= SMALLEST && goal > s.value() && window.contains(s.at())) {
                each.add(100 * (goal - s.value()) / base);
            }
        }
        return each;
    }

    private static double at(Timeline timeline, GoMetric metric, GoMetricSample s) {
        return timeline.go().at(metric, s.at()).map(GoMetricSample::value).orElse(0.0);
    }
}
