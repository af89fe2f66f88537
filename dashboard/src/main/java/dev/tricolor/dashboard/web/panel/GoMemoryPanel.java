package dev.tricolor.dashboard.web.panel;

import dev.tricolor.dashboard.analysis.GoMemory;
import dev.tricolor.dashboard.analysis.HeapUse;
import dev.tricolor.dashboard.gc.GoMetric;
import dev.tricolor.dashboard.gc.Interval;
import dev.tricolor.dashboard.gc.ProcessMemorySample;
import dev.tricolor.dashboard.gc.Timeline;
import dev.tricolor.dashboard.web.panel.PanelSpec.Axis;
import dev.tricolor.dashboard.web.panel.PanelSpec.Explanation;
import dev.tricolor.dashboard.web.panel.PanelSpec.Kind;
import dev.tricolor.dashboard.web.panel.PanelSpec.Place;
import dev.tricolor.dashboard.web.panel.PanelSpec.Role;
import dev.tricolor.dashboard.web.panel.PanelSpec.Scale;
import dev.tricolor.dashboard.web.panel.PanelSpec.Series;
import java.util.List;

/** A Go process's memory against its heap: the gap is what lies outside the heap. */
final class GoMemoryPanel implements Panel {

    private static final PanelSpec SPEC = new PanelSpec(
            "memory",
            "Memory of the process",
            "resident, against what the runtime has from the system",
            Kind.LINES,
            Place.MAIN,
            List.of(PanelSpec.time(), new Axis(Scale.LINEAR, "bytes", "")),
            List.of(
                    new Series("swap", "swapped out", Role.STALL),
                    new Series("runtime", "runtime, in all", Role.FAINT),
                    new Series("committed", "heap backed by memory", Role.COLLECTOR),
                    new Series("rss", "resident", Role.OTHER)),
            new Explanation(
                    "Resident: memory of the process that is in RAM now. Heap backed by memory: objects, gaps between them, and"
                            + " free spans not yet given back. Runtime: that, stacks and the runtime's own structures, which is"
                            + " what the memory limit is about.",
                    "Resident: VmRSS and VmSwap of /proc/PID/status, once a second. Heap and runtime: /memory/classes of"
                            + " runtime/metrics, heap objects + unused + free, and total less what was given back.",
                    "Memory that C code allocates is in resident only. The binary itself is resident and in none of the others."));

    @Override
    public PanelSpec spec() {
        return SPEC;
    }

    @Override
    public PanelData data(View view) {
        Timeline timeline = view.shown();
        PointsBuilder rows = new PointsBuilder(SPEC);
        boolean swapped = timeline.memory().stream().anyMatch(m -> m.swap() > 0);
        for (ProcessMemorySample m : timeline.memory()) {
            rows.add(m.at(), "rss", (double) m.rss());
            if (swapped) {
                rows.add(m.at(), "swap", (double) m.swap());
            }
        }
        line(GoMemory.committed(timeline), "committed", view.window(), rows);
        line(GoMemory.runtime(timeline), "runtime", view.window(), rows);
        if (rows.isEmpty()) {
            return new PanelData.Empty(
                    "Not available: the process's memory comes from the Go agent, and this log has none");
        }
        if (timeline.memory().isEmpty()) {
            rows.absent("rss", "no reading of the process's memory in this log");
        }
        if (timeline.go().readings(GoMetric.MEMORY_TOTAL).isEmpty()) {
            rows.absent("committed", "no /memory/classes in this log: it comes from the Go agent");
        }
        return rows.keepExtremes(view.window()).build();
    }

    /** Up to the window's end: what is not told has not changed. */
    private static void line(List<HeapUse.Point> points, String series, Interval window, PointsBuilder rows) {
        for (HeapUse.Point p : points) {
            rows.add(p.at(), series, (double) p.bytes());
        }
        if (!points.isEmpty()) {
            rows.add(window.to(), series, (double) points.get(points.size() - 1).bytes());
        }
    }
}
