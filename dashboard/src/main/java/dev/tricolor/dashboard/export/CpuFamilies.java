package dev.tricolor.dashboard.export;

import static dev.tricolor.dashboard.export.Family.counter;

import dev.tricolor.dashboard.export.Family.Point;
import dev.tricolor.dashboard.export.Family.Value;
import dev.tricolor.dashboard.gc.CpuSample;
import dev.tricolor.dashboard.gc.CpuSample.CpuGroup;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** CPU time by group of threads. */
final class CpuFamilies {
    private CpuFamilies() {}

    static final List<Family> ALL = List.of(
            counter(
                    "tricolor_cpu_seconds",
                    "CPU time by group of threads since the process began (procfs); gc-* groups are the collector's,"
                            + " under Serial also vm",
                    CpuFamilies::groups),
            counter(
                    "tricolor_process_cpu_seconds",
                    "CPU time of all threads since the process began (procfs, Go: getrusage)",
                    CpuFamilies::process));

    private static Map<CpuGroup, Double> newest(Exported s) {
        Map<CpuGroup, Double> newest = new EnumMap<>(CpuGroup.class);
        for (CpuSample c : s.timeline().cpu()) {
            newest.put(c.group(), c.cpu().toNanos() / 1e9);
        }
        return newest;
    }

    private static List<Point> groups(Exported s) {
        List<Point> points = new ArrayList<>();
        newest(s).forEach((group, seconds) -> {
            if (group != CpuGroup.PROCESS) {
                points.add(new Value(Map.of("group", group.label()), seconds));
            }
        });
        return points;
    }

    private static List<Point> process(Exported s) {
        Double seconds = newest(s).get(CpuGroup.PROCESS);
        return seconds == null ? List.of() : GcFamilies.value(seconds);
    }
}
