package dev.tricolor.dashboard.analysis;

import dev.tricolor.dashboard.gc.Interval;
import dev.tricolor.dashboard.gc.Spanning;
import dev.tricolor.dashboard.gc.Timeline;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * For how long the world was stopped: the union of the pauses, because a full collection can lie inside a young one (up
 * to JDK 17) and adding durations would count that time twice.
 *
 * @param outer the pauses that lie in no other, oldest first; those that overlap are one
 * @param totalNs the length of all outer ones
 * @param naiveNs the durations of all pauses simply added
 * @param nested how many pauses began inside an earlier one
 */
public record StoppedTime(List<Interval> outer, long totalNs, long naiveNs, int nested) {

    public static StoppedTime of(Timeline timeline) {
        return of(timeline.pauses());
    }

    /** The union of anything that lasts; touching intervals stay two. */
    public static StoppedTime of(List<? extends Spanning> spans) {
        List<? extends Spanning> sorted =
                spans.stream().sorted(Comparator.comparing(Spanning::at)).toList();
        List<Interval> outer = new ArrayList<>();
        long naive = 0;
        int nested = 0;
        Instant from = null;
        Instant to = null;
        for (Spanning s : sorted) {
            naive += s.duration().toNanos();
            if (to != null && s.at().isBefore(to)) {
                nested++;
                to = s.end().isAfter(to) ? s.end() : to;
            } else {
                add(outer, from, to);
                from = s.at();
                to = s.end();
            }
        }
        add(outer, from, to);
        long total = outer.stream().mapToLong(Nanos::length).sum();
        return new StoppedTime(List.copyOf(outer), total, naive, nested);
    }

    private static void add(List<Interval> outer, @Nullable Instant from, @Nullable Instant to) {
        if (from != null && to != null) {
            outer.add(new Interval(from, to));
        }
    }
}
