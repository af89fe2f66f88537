package dev.tricolor.dashboard.export;

import static dev.tricolor.dashboard.export.Family.counter;
import static dev.tricolor.dashboard.export.Family.gauge;

import dev.tricolor.dashboard.analysis.StallStats;
import dev.tricolor.dashboard.export.Family.Point;
import dev.tricolor.dashboard.export.Family.Value;
import dev.tricolor.dashboard.gc.Collector;
import dev.tricolor.dashboard.gc.GoMetric;
import dev.tricolor.dashboard.gc.GoMetricSample;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What only Go tells: its goal, its assists, its own accounting of processor time. */
final class GoFamilies {
    private GoFamilies() {}

    private static final Map<GoMetric, String> CLASSES = classes();

    static final List<Family> ALL = List.of(
            gauge(
                    "tricolor_heap_goal_bytes",
                    "The heap size that Go's pacer wants a cycle to end at (/gc/heap/goal)",
                    s -> newest(s, GoMetric.HEAP_GOAL)),
            counter(
                    "tricolor_gc_assist_seconds",
                    "CPU time of Go's mark assists, cycle by cycle (gctrace): goroutines that allocated and had to mark",
                    GoFamilies::assists),
            counter(
                    "tricolor_go_cpu_class_seconds",
                    "Processor time by Go's own accounting (/cpu/classes), brought up to date when a cycle ends: an"
                            + " overestimate, comparable with its other classes only",
                    GoFamilies::cpuClasses));

    private static Map<GoMetric, String> classes() {
        Map<GoMetric, String> classes = new LinkedHashMap<>();
        classes.put(GoMetric.CPU_USER, "user");
        classes.put(GoMetric.CPU_MARK_ASSIST, "gc-mark-assist");
        classes.put(GoMetric.CPU_MARK_DEDICATED, "gc-mark-dedicated");
        classes.put(GoMetric.CPU_MARK_IDLE, "gc-mark-idle");
        classes.put(GoMetric.CPU_GC_PAUSE, "gc-pause");
        classes.put(GoMetric.CPU_SCAVENGE, "scavenge");
        classes.put(GoMetric.CPU_IDLE, "idle");
        return classes;
    }

    private static List<Point> newest(Exported s, GoMetric metric) {
        List<GoMetricSample> all = s.timeline().go().readings(metric);
        GoMetricSample last = all.isEmpty() ? null : all.get(all.size() - 1);
        return last == null || last.unbounded() ? List.of() : GcFamilies.value(last.value());
    }

    private static List<Point> assists(Exported s) {
        if (s.timeline().runtime().collector() != Collector.GO) {
            return List.of();
        }
        return StallStats.of(s.timeline())
                .sum()
                .optional()
                .map(ns -> GcFamilies.value(ns / 1e9))
                .orElse(List.of());
    }

    private static List<Point> cpuClasses(Exported s) {
        List<Point> points = new ArrayList<>();
        CLASSES.forEach((metric, name) -> s.timeline()
                .go()
                .newest(metric)
                .ifPresent(seconds -> points.add(new Value(Map.of("class", name), seconds))));
        return points;
    }
}
