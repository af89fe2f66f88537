package dev.tricolor.dashboard.analysis;

import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import com.fasterxml.jackson.databind.ser.std.ToStringSerializer;
import dev.tricolor.dashboard.gc.Collector;
import dev.tricolor.dashboard.gc.Cycle;
import dev.tricolor.dashboard.gc.Timeline;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * What is reachable: the heap used after a collection that marked everything. An upper bound, since what died since the
 * marking began is still in it.
 *
 * @param typical bytes, median over such collections
 * @param largest bytes
 * @param marks each such collection, oldest first
 */
public record LiveSet(Figure<Long> typical, Figure<Long> largest, List<Mark> marks) {

    /**
     * One collection that marked everything.
     *
     * @param startBytes heap used when it began
     * @param liveBytes heap used once what it found dead had been reclaimed
     */
    public record Mark(
            int gcId,
            @JsonSerialize(using = ToStringSerializer.class) Instant at,
            long startBytes,
            @JsonSerialize(using = ToStringSerializer.class) Instant liveAt,
            long liveBytes) {}

    public static LiveSet of(Timeline timeline) {
        List<Mark> marks = marks(timeline);
        Collector collector = timeline.runtime().collector();
        if (marks.isEmpty()) {
            Figure<Long> none = Figure.missing(whyNone(collector));
            return new LiveSet(none, none, marks);
        }
        List<Double> live = marks.stream().map(m -> (double) m.liveBytes()).toList();
        String of = " of " + marks.size();
        return new LiveSet(
                Figure.known(Math.round(EffectiveGogc.median(live)), "bytes", instrument(collector) + "; median" + of),
                Figure.known(Math.round(Collections.max(live)), "bytes", instrument(collector) + "; largest" + of),
                marks);
    }

    private static List<Mark> marks(Timeline timeline) {
        List<HeapStats.Collection> heap = HeapStats.collections(timeline);
        List<Mark> marks = new ArrayList<>();
        for (HeapStats.Collection c : heap) {
            if (c.kind().equals(Cycle.Kind.FULL.label()) || c.kind().equals(Cycle.Kind.GLOBAL.label())) {
                marks.add(new Mark(c.gcId(), c.beforeAt(), c.beforeBytes(), c.afterAt(), c.afterBytes()));
            } else if (c.kind().equals(Cycle.Kind.OLD.label())
                    && timeline.runtime().collector() == Collector.G1) {
                afterMarking(timeline, heap, c).ifPresent(marks::add);
            }
        }
        marks.sort(Comparator.comparing(Mark::at));
        return List.copyOf(marks);
    }

    /** G1 reclaims what marking found dead in Remark, Cleanup and the mixed collections: the first of these counts. */
    private static Optional<Mark> afterMarking(
            Timeline timeline, List<HeapStats.Collection> heap, HeapStats.Collection marking) {
        Instant marked = timeline.pauses().stream()
                .filter(p -> p.gcId() == marking.gcId())
                .map(p -> p.end())
                .max(Comparator.naturalOrder())
                .orElse(marking.afterAt());
        return heap.stream()
                .filter(c -> c.kind().equals(Cycle.Kind.YOUNG.label()))
                .filter(c -> !c.beforeAt().isBefore(marked))
                .min(Comparator.comparing(HeapStats.Collection::afterAt))
                .map(c -> new Mark(
                        marking.gcId(), marking.beforeAt(), marking.beforeBytes(), c.afterAt(), c.afterBytes()));
    }

    static String instrument(Collector collector) {
        return switch (collector) {
            case SERIAL, PARALLEL -> "jdk.GCHeapSummary after full collections";
            case G1 ->
                "jdk.GCHeapSummary after the first young collection that follows Remark and Cleanup of a concurrent"
                        + " marking, or after a full collection; dead objects in regions not yet evacuated are in it";
            case ZGC ->
                "jdk.GCHeapSummary after collections of the whole heap; what was allocated during the collection is"
                        + " in it";
            default ->
                "jdk.GCHeapSummary after collections that marked the whole heap; what was allocated during the"
                        + " collection is in it";
        };
    }

    private static String whyNone(Collector collector) {
        return switch (collector) {
            case SERIAL, PARALLEL ->
                "no full collection in this window, and young ones don't look at the old generation";
            case G1 -> "no concurrent marking with a young collection after it, and no full collection, in this window";
            case SHENANDOAH_GENERATIONAL ->
                "no global collection in this window, and young ones mark only the young" + " generation";
            case EPSILON -> "Epsilon never marks";
            default -> "no collection of the whole heap in this window";
        };
    }
}
