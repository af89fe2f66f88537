package dev.tricolor.dashboard.analysis;

import dev.tricolor.dashboard.gc.Cycle;
import dev.tricolor.dashboard.gc.Timeline;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * Collections from start to end. Their time is no pause: concurrent collectors run most of it beside the application.
 *
 * @param total ns from start to end, united, so that a young collection inside an old one counts once
 * @param byKind count of each kind that occurred, by the kind's label
 * @param byCause each name and cause that occurred, by falling count
 * @param full collections of the whole heap with the world stopped
 * @param degenerated pauses in which Shenandoah finished a cycle with the world stopped
 */
public record CycleStats(
        Figure<Long> count,
        Figure<Long> total,
        Map<String, Long> byKind,
        List<ByCause> byCause,
        Figure<Long> full,
        Figure<Long> degenerated) {

    /** The cycles of one name and cause, in the JVM's words. */
    public record ByCause(String name, String cause, String kind, long count, long totalNs) {}

    public static CycleStats of(Timeline timeline) {
        if (timeline.covered().isEmpty()) {
            Figure<Long> none = Figure.missing("the recording holds no data yet");
            return new CycleStats(none, none, Map.of(), List.of(), none, none);
        }
        Map<String, Long> byKind = new TreeMap<>();
        Map<String, ByCause> byCause = new TreeMap<>();
        for (Cycle c : timeline.cycles()) {
            byKind.merge(c.kind().label(), 1L, Long::sum);
            byCause.merge(
                    c.name() + '\n' + c.cause(),
                    new ByCause(
                            c.name(),
                            c.cause(),
                            c.kind().label(),
                            1,
                            c.duration().toNanos()),
                    (a, b) -> new ByCause(a.name, a.cause, a.kind, a.count + b.count, a.totalNs + b.totalNs));
        }
        String instrument = Instruments.cycles(timeline);
        boolean timed = timeline.cycles().stream().allMatch(Cycle::timed);
        long full = byKind.getOrDefault(Cycle.Kind.FULL.label(), 0L);
        return new CycleStats(
                Figure.known((long) timeline.cycles().size(), "count", instrument),
                timed
                        ? Figure.known(
                                StoppedTime.of(timeline.cycles()).totalNs(), "ns", instrument + "; overlaps count once")
                        : Figure.missing("only gctrace tells when a Go cycle began"),
                Map.copyOf(byKind),
                byCause.values().stream()
                        .sorted(Comparator.comparingLong(ByCause::count).reversed())
                        .toList(),
                Figure.known(full, "count", instrument),
                degenerated(timeline));
    }

    private static Figure<Long> degenerated(Timeline timeline) {
        return switch (timeline.runtime().collector()) {
            case SHENANDOAH, SHENANDOAH_GENERATIONAL ->
                Figure.known(degeneratedPauses(timeline), "count", "jdk.GCPhasePause named Pause Degenerated GC");
            case UNKNOWN -> Figure.missing("the collector is not known yet");
            default ->
                Figure.missing(timeline.runtime().collector().label() + " has none: only Shenandoah degenerates");
        };
    }

    static long degeneratedPauses(Timeline timeline) {
        return timeline.pauses().stream()
                .filter(p -> p.name().toLowerCase(Locale.ROOT).contains("degenerated"))
                .count();
    }
}
