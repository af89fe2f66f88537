package dev.tricolor.dashboard.analysis;

import dev.tricolor.dashboard.gc.Cycle;
import dev.tricolor.dashboard.gc.HeapSample;
import dev.tricolor.dashboard.gc.Pause;
import dev.tricolor.dashboard.gc.Timeline;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** The heap's growth from the end of each collection to the start of the next, in which nothing is reclaimed. */
final class HeapGrowth {
    private HeapGrowth() {}

    /**
     * G1's marking cycles spread over several young ones: their samples are left out, and so are stretches with a Remark or
     * a Cleanup in them, which reclaim.
     */
    static List<AllocationRate.Slice> of(Timeline timeline) {
        Set<Integer> marking = timeline.cycles().stream()
                .filter(c -> c.kind() == Cycle.Kind.OLD)
                .map(Cycle::gcId)
                .collect(Collectors.toSet());
        List<Pause> reclaiming = timeline.pauses().stream()
                .filter(p -> marking.contains(p.gcId()))
                .toList();
        List<AllocationRate.Slice> slices = new ArrayList<>();
        HeapSample after = null;
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
                boolean reclaimed =
                        next < reclaiming.size() && reclaiming.get(next).at().isBefore(s.at());
                if (!reclaimed) {
                    slices.add(slice(after, s));
                }
            }
            after = s.when() == HeapSample.When.AFTER ? s : null;
        }
        return List.copyOf(slices);
    }

    private static AllocationRate.Slice slice(HeapSample after, HeapSample before) {
        long bytes = Math.max(0, before.used() - after.used());
        long ns = Nanos.of(before.at()) - Nanos.of(after.at());
        return new AllocationRate.Slice(after.at(), before.at(), bytes, bytes / Nanos.seconds(ns));
    }
}
