package dev.tricolor.dashboard.analysis;

import dev.tricolor.dashboard.analysis.LiveSet.Mark;
import dev.tricolor.dashboard.gc.AllocationSample;
import dev.tricolor.dashboard.gc.Collector;
import dev.tricolor.dashboard.gc.Cycle;
import dev.tricolor.dashboard.gc.Pause;
import dev.tricolor.dashboard.gc.Timeline;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The collections that marked everything, and what they left.
 *
 * <p>A full collection has reclaimed all that is dead when it ends, and so has a concurrent collection of a heap without
 * generations, but for what was allocated meanwhile. G1, generational Shenandoah and generational ZGC go on collecting the
 * young generation while they mark, and what the marking found dead is gone only with the young collections that follow: in
 * ZGC with the next one, in G1 and Shenandoah with several mixed ones, of which the one that leaves the least counts.
 */
final class LiveMarks {
    private LiveMarks() {}

    /** Oldest first. */
    static List<Mark> of(Timeline timeline) {
        if (Instruments.go(timeline)) {
            return GoLiveMarks.of(timeline);
        }
        List<HeapStats.Collection> heap = HeapStats.collections(timeline);
        Cumulative allocated = Cumulative.of(timeline.allocation(), AllocationSample::bytes);
        List<Mark> marks = new ArrayList<>();
        for (HeapStats.Collection c : heap) {
            if (is(c, Cycle.Kind.FULL)) {
                marks.add(mark(c, c, 0));
            } else if (is(c, Cycle.Kind.GLOBAL) && !majorsHoldMinors(timeline)) {
                marks.add(mark(c, c, allocated(allocated, c)));
            } else if (is(c, Cycle.Kind.GLOBAL) || is(c, Cycle.Kind.OLD)) {
                marked(timeline, c)
                        .flatMap(end -> reclaiming(timeline, heap, end))
                        .map(young -> mark(c, young, concurrent(timeline) ? allocated(allocated, young) : 0))
                        .ifPresent(marks::add);
            }
        }
        marks.sort(Comparator.comparing(Mark::at));
        return List.copyOf(marks);
    }

    /** Whether this is ZGC with generations, whose minor collections run inside major ones. */
    static boolean majorsHoldMinors(Timeline timeline) {
        return timeline.runtime().collector() == Collector.ZGC
                && timeline.runtime().generational().orElse(false);
    }

    private static boolean concurrent(Timeline timeline) {
        return timeline.runtime().collector().concurrent();
    }

    private static boolean is(HeapStats.Collection c, Cycle.Kind kind) {
        return c.kind().equals(kind.label());
    }

    /** When marking had ended; empty where it was broken off, as Shenandoah's old one often is, to go on later. */
    private static Optional<Instant> marked(Timeline timeline, HeapStats.Collection c) {
        if (is(c, Cycle.Kind.GLOBAL)) {
            return Optional.of(c.afterAt());
        }
        List<Pause> pauses = timeline.pauses().stream()
                .filter(p -> p.gcId() == c.gcId())
                .filter(p -> !p.at().isBefore(c.beforeAt()) && !p.at().isAfter(c.afterAt()))
                .toList();
        boolean ended = timeline.runtime().collector() == Collector.G1
                || pauses.stream().anyMatch(p -> p.name().startsWith("Pause Final Mark"));
        return ended
                ? Optional.of(pauses.stream()
                        .map(Pause::end)
                        .max(Comparator.naturalOrder())
                        .orElse(c.afterAt()))
                : Optional.empty();
    }

    /** The young collection, after marking and before the next marking, with which all that was dead had gone. */
    private static Optional<HeapStats.Collection> reclaiming(
            Timeline timeline, List<HeapStats.Collection> heap, Instant marked) {
        Instant next = heap.stream()
                .filter(c -> !is(c, Cycle.Kind.YOUNG) && !c.beforeAt().isBefore(marked))
                .map(HeapStats.Collection::beforeAt)
                .min(Comparator.naturalOrder())
                .orElse(Instant.MAX);
        return heap.stream()
                .filter(c -> is(c, Cycle.Kind.YOUNG) && !c.beforeAt().isBefore(marked))
                .filter(c -> c.beforeAt().isBefore(next))
                .min(
                        majorsHoldMinors(timeline)
                                ? Comparator.comparing(HeapStats.Collection::afterAt)
                                : Comparator.comparingLong(HeapStats.Collection::afterBytes));
    }

    private static double allocated(Cumulative allocated, HeapStats.Collection c) {
        return allocated.valueAt(Nanos.of(c.afterAt())) - allocated.valueAt(Nanos.of(c.beforeAt()));
    }

    private static Mark mark(HeapStats.Collection marking, HeapStats.Collection reclaiming, double allocated) {
        long used = reclaiming.afterBytes();
        return new Mark(
                marking.gcId(),
                marking.beforeAt(),
                marking.beforeBytes(),
                reclaiming.afterAt(),
                used,
                Math.max(0, used - Math.round(allocated)));
    }
}
