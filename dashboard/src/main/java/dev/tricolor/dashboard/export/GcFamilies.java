package dev.tricolor.dashboard.export;

import static dev.tricolor.dashboard.export.Family.counter;
import static dev.tricolor.dashboard.export.Family.histogram;

import dev.tricolor.dashboard.analysis.StallStats;
import dev.tricolor.dashboard.analysis.StoppedTime;
import dev.tricolor.dashboard.export.Family.Point;
import dev.tricolor.dashboard.export.Family.Value;
import dev.tricolor.dashboard.gc.Collector;
import dev.tricolor.dashboard.gc.Cycle;
import dev.tricolor.dashboard.gc.Pause;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What the collector did: pauses, stalls, cycles. */
final class GcFamilies {
    private static final int MOST_CAUSES = 30;
    /** Go's causes may be told later than its cycles, and a counter must not go down. */
    private static final String NO_CAUSE = "not told";

    private GcFamilies() {}

    static final List<Family> ALL = List.of(
            histogram(
                    "tricolor_gc_pause_seconds",
                    "Pauses as the runtime reports them (jdk.GCPhasePause, Go: gctrace); one inside another counts too",
                    s -> s.timeline().covered().isEmpty()
                                    || s.timeline().pauses().stream().anyMatch(Pause::sum)
                            ? List.of()
                            : List.of(Buckets.of(s.timeline().pauses()))),
            counter(
                    "tricolor_gc_stopped_seconds",
                    "World stopped by the collector: the union of the pauses",
                    s -> s.timeline().covered().isEmpty()
                            ? List.of()
                            : value(StoppedTime.of(s.timeline()).totalNs() / 1e9)),
            histogram(
                    "tricolor_gc_stall_seconds",
                    "Single threads held up while the others may run (jdk.ZAllocationStall); absent where the collector"
                            + " reports none",
                    s -> StallStats.of(s.timeline()).count().optional().isEmpty()
                            ? List.of()
                            : List.of(Buckets.of(s.timeline().stalls()))),
            counter(
                    "tricolor_gc_cycles",
                    "Collections from start to end (jdk.GarbageCollection, Go: gctrace), by which part of the heap and by cause",
                    GcFamilies::cycles));

    static List<Point> value(double value) {
        return List.of(new Value(Map.of(), value));
    }

    /** Causes beyond {@link #MOST_CAUSES}, in the order in which they first occurred, are one: {@code other}. */
    private static List<Point> cycles(Exported s) {
        boolean go = s.timeline().runtime().collector() == Collector.GO;
        Map<Map<String, String>, Long> counts = new LinkedHashMap<>();
        for (Cycle c : s.timeline().cycles()) {
            Map<String, String> labels = labels(c, go ? NO_CAUSE : Exported.cut(c.cause()));
            if (!counts.containsKey(labels) && counts.size() >= MOST_CAUSES) {
                labels = labels(c, "other");
            }
            counts.merge(labels, 1L, Long::sum);
        }
        List<Point> points = new ArrayList<>();
        counts.forEach((labels, n) -> points.add(new Value(labels, n)));
        return points;
    }

    private static Map<String, String> labels(Cycle c, String cause) {
        return Map.of("kind", c.kind().label(), "cause", cause);
    }
}
