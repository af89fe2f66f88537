package dev.tricolor.dashboard.analysis;

import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import com.fasterxml.jackson.databind.ser.std.ToStringSerializer;
import dev.tricolor.dashboard.gc.Collector;
import dev.tricolor.dashboard.gc.Interval;
import dev.tricolor.dashboard.gc.Timeline;
import java.time.Instant;
import java.util.List;

/**
 * What is reachable: the heap used after a collection that marked everything, less what was allocated while that one ran.
 *
 * @param typical bytes, median over such collections
 * @param recent bytes, median over the last five of them
 * @param largest bytes
 * @param marks each such collection, oldest first; a single one is as inexact as the counter's readings are far apart
 */
public record LiveSet(Figure<Long> typical, Figure<Long> recent, Figure<Long> largest, List<Mark> marks) {

    private static final int RECENT = 5;

    /**
     * One collection that marked everything.
     *
     * @param startBytes heap used when it began
     * @param liveAt when what it found dead had been reclaimed
     * @param usedBytes heap used then
     * @param liveBytes what of it was not allocated since the collection that reclaimed began, at least 0
     */
    public record Mark(
            int gcId,
            @JsonSerialize(using = ToStringSerializer.class) Instant at,
            long startBytes,
            @JsonSerialize(using = ToStringSerializer.class) Instant liveAt,
            long usedBytes,
            long liveBytes) {}

    public static LiveSet of(Timeline timeline) {
        return of(timeline, LiveMarks.of(timeline));
    }

    /** Over a window of the whole timeline: the collections whose outcome shows in it. */
    public static LiveSet of(Timeline timeline, Interval window) {
        return of(
                timeline,
                LiveMarks.of(timeline).stream()
                        .filter(m -> window.contains(m.liveAt()))
                        .toList());
    }

    private static LiveSet of(Timeline timeline, List<Mark> marks) {
        if (marks.isEmpty()) {
            Figure<Long> none = Figure.missing(whyNone(timeline.runtime().collector()));
            return new LiveSet(none, none, none, marks);
        }
        List<Mark> last = marks.subList(Math.max(0, marks.size() - RECENT), marks.size());
        String instrument = instrument(timeline);
        return new LiveSet(
                Figure.known(median(marks), "bytes", instrument + "; median of " + marks.size()),
                Figure.known(median(last), "bytes", instrument + "; median of the last " + last.size()),
                Figure.known(
                        marks.stream().mapToLong(Mark::liveBytes).max().orElseThrow(),
                        "bytes",
                        instrument + "; largest of " + marks.size()),
                marks);
    }

    private static long median(List<Mark> marks) {
        return Math.round(EffectiveGogc.median(
                marks.stream().map(m -> (double) m.liveBytes()).toList()));
    }

    static String instrument(Timeline timeline) {
        if (Instruments.go(timeline)) {
            return GoLiveMarks.instrument(timeline);
        }
        String allocated = timeline.allocation().size() < 2
                ? "; what was allocated meanwhile is in it, for want of tricolor.Allocation"
                : "; less what tricolor.Allocation says was allocated meanwhile, read once a second";
        return switch (timeline.runtime().collector()) {
            case SERIAL, PARALLEL -> "jdk.GCHeapSummary after full collections";
            case G1 ->
                "jdk.GCHeapSummary after a full collection, or the least after the young and mixed collections between one"
                        + " concurrent marking and the next; dead objects in regions not yet evacuated are in it";
            case ZGC ->
                LiveMarks.majorsHoldMinors(timeline)
                        ? "jdk.GCHeapSummary after the first minor collection that follows a major one" + allocated
                        : "jdk.GCHeapSummary after each collection" + allocated;
            case SHENANDOAH_GENERATIONAL ->
                "jdk.GCHeapSummary after global collections, and the least after the young ones between one old marking"
                        + " and the next" + allocated + "; dead objects in old regions not yet evacuated are in it";
            default -> "jdk.GCHeapSummary after collections that marked the whole heap" + allocated;
        };
    }

    private static String whyNone(Collector collector) {
        return switch (collector) {
            case SERIAL, PARALLEL ->
                "no full collection in this window, and young ones don't look at the old generation";
            case G1 -> "no concurrent marking with a young collection after it, and no full collection, in this window";
            case SHENANDOAH_GENERATIONAL ->
                "no global collection and no old marking that ended in this window, and young ones mark only the young"
                        + " generation";
            case EPSILON -> "Epsilon never marks";
            case GO -> "no cycle in this window that gctrace or /gc/heap/live:bytes (Go 1.21) told of";
            default -> "no collection of the whole heap in this window";
        };
    }
}
