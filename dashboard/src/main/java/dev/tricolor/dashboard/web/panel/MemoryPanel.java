package dev.tricolor.dashboard.web.panel;

import static dev.tricolor.dashboard.web.panel.PanelSpec.time;

import dev.tricolor.dashboard.gc.HeapSample;
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

/** The process's memory against its heap: the gap is what lies outside the heap. */
final class MemoryPanel implements Panel {

    private static final PanelSpec SPEC = new PanelSpec(
            "memory",
            "Memory of the process",
            "resident, against the heap it has committed",
            Kind.LINES,
            Place.MAIN,
            List.of(time(), new Axis(Scale.LINEAR, "bytes", "")),
            List.of(
                    new Series("committed", "heap committed", Role.COLLECTOR),
                    new Series("swap", "swapped out", Role.STALL),
                    new Series("rss", "resident", Role.OTHER)),
            new Explanation(
                    "Resident: memory of the process that is in RAM now. What lies above the committed heap is metaspace,"
                            + " code, stacks, direct buffers and the collector's own structures.",
                    "tricolor.ProcessMemory: VmRSS and VmSwap of /proc/PID/status once a second; heap from"
                            + " jdk.GCHeapSummary.",
                    "Committed heap that was never touched is not resident, so resident can be below it. On some kernels"
                            + " ZGC's heap is counted more than once."));

    @Override
    public PanelSpec spec() {
        return SPEC;
    }

    @Override
    public PanelData data(View view) {
        Timeline timeline = view.shown();
        Interval window = view.window();
        if (timeline.memory().isEmpty()) {
            return new PanelData.Empty("Not available: the resident size comes from the Tricolor agent"
                    + " (tricolor.ProcessMemory), and this recording has none");
        }
        PointsBuilder rows = new PointsBuilder(SPEC);
        boolean swapped = timeline.memory().stream().anyMatch(m -> m.swap() > 0);
        for (ProcessMemorySample m : timeline.memory()) {
            rows.add(m.at(), "rss", (double) m.rss());
            if (swapped) {
                rows.add(m.at(), "swap", (double) m.swap());
            }
        }
        double last = -1;
        for (HeapSample h : timeline.heap()) {
            if ((double) h.committed() != last) {
                last = (double) h.committed();
                rows.add(h.at(), "committed", last);
            }
        }
        if (last >= 0) {
            rows.add(window.to(), "committed", last);
        }
        return rows.keepExtremes(window).build();
    }
}
