package dev.tricolor.dashboard.analysis;

import dev.tricolor.dashboard.gc.Cycle;
import dev.tricolor.dashboard.gc.HeapSample;
import dev.tricolor.dashboard.gc.Interval;
import dev.tricolor.dashboard.gc.Pause;
import dev.tricolor.dashboard.gc.Timeline;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The heap's growth from the end of each collection to the start of the next, in which nothing is reclaimed; in Go also from
 * the start of a cycle to the end of its marking, since only then something is taken off.
 *
 * <p>G1's marking cycles spread over several young ones: their samples are left out, and stretches with a Remark or a
 * Cleanup in them, which reclaim, are no growth.
 *
 * @param slices each such stretch
 * @param reclaimed the stretches that are none because something was reclaimed in them
 */
record HeapGrowth(List<AllocationRate.Slice> slices, List<Interval> reclaimed) {

    static HeapGrowth of(Timeline timeline) {
        Set<Integer> marking = timeline.cycles().stream()
                .filter(c -> c.kind() == Cycle.Kind.OLD)
                .map(Cycle::gcId)
                .collect(Collectors.toSet());
        List<Pause> reclaiming = timeline.pauses().stream()
                .filter(p -> marking.contains(p.gcId()))
                .toList();
        List<AllocationRate.Slice> slices = new ArrayList<>();
        List<Interval> reclaimed = new ArrayList<>();
        HeapSample after = null;
        HeapSample before = null;
        int next = 0;
        for (HeapSample s : timeline.heap()) {
            if (marking.contains(s.gcId())) {
                continue;
            }
            if (s.when() == HeapSample.When.BEFORE
                    && after != null
                    && after.at().isBefore(s.at())) {
                while (next < reclaiming.size() && reclaiming.get(next).at().isBefore(after.at())) {
                    next++;
                }
                if (next < reclaiming.size() && reclaiming.get(next).at().isBefore(s.at())) {
                    reclaimed.add(new Interval(after.at(), s.at()));
                } else {
                    slices.add(slice(after, s));
                }
            }
            if (s.when() == HeapSample.When.MARKED
                    && before != null
                    && before.gcId() == s.gcId()
                    && before.at().isBefore(s.at())) {
                slices.add(slice(before, s));
            }
            before = s.when() == HeapSample.When.BEFORE ? s : null;
            after = s.when() == HeapSample.When.AFTER ? s : null;
        }
        return new HeapGrowth(List.copyOf(slices), List.copyOf(reclaimed));
    }

    private static AllocationRate.Slice slice(HeapSample after, HeapSample before) {
        long bytes = Math.max(0, before.used() - after.used());
        long ns = Nanos.of(before.at()) - Nanos.of(after.at());
        return new AllocationRate.Slice(after.at(), before.at(), bytes, bytes / Nanos.seconds(ns));
    }

    long bytes() {
        return slices.stream().mapToLong(AllocationRate.Slice::bytes).sum();
    }

    /** Of all stretches together, the time in collections left out. */
    double bytesPerSecond() {
        long ns = slices.stream()
                .mapToLong(s -> Nanos.of(s.to()) - Nanos.of(s.from()))
                .sum();
        return ns == 0 ? 0 : bytes() / Nanos.seconds(ns);
    }

    /** What the counter grew by from the first stretch to the last, without those in which something was reclaimed. */
    double counted(Cumulative counter) {
        Interval all =
                new Interval(slices.get(0).from(), slices.get(slices.size() - 1).to());
        double sum = grown(counter, all);
        for (Interval i : reclaimed) {
            if (all.contains(i.from())) {
                sum -= grown(counter, i);
            }
        }
        return sum;
    }

    private static double grown(Cumulative counter, Interval i) {
        return counter.valueAt(Nanos.of(i.to())) - counter.valueAt(Nanos.of(i.from()));
    }
}
