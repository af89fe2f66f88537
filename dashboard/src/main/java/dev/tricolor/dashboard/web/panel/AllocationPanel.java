package dev.tricolor.dashboard.web.panel;

import static dev.tricolor.dashboard.web.panel.PanelSpec.time;

import dev.tricolor.dashboard.analysis.AllocationRate;
import dev.tricolor.dashboard.analysis.Figure;
import dev.tricolor.dashboard.gc.Collector;
import dev.tricolor.dashboard.web.panel.PanelSpec.Axis;
import dev.tricolor.dashboard.web.panel.PanelSpec.Explanation;
import dev.tricolor.dashboard.web.panel.PanelSpec.Kind;
import dev.tricolor.dashboard.web.panel.PanelSpec.Place;
import dev.tricolor.dashboard.web.panel.PanelSpec.Role;
import dev.tricolor.dashboard.web.panel.PanelSpec.Scale;
import dev.tricolor.dashboard.web.panel.PanelSpec.Series;
import java.util.List;

/** How fast the application allocates. */
final class AllocationPanel implements Panel {

    private static final PanelSpec SPEC = new PanelSpec(
            "allocation",
            "Allocation rate",
            "by Java threads, second by second",
            Kind.LINES,
            Place.MAIN,
            List.of(time(), new Axis(Scale.LINEAR, "bytes/s", "")),
            List.of(new Series("rate", "allocated", Role.OTHER)),
            new Explanation(
                    "Bytes that Java threads allocate per second: the work that the collector must keep up with.",
                    "tricolor.Allocation: ThreadMXBean.getTotalThreadAllocatedBytes() once a second. Without"
                            + " the agent: the heap's growth from one collection to the next (jdk.GCHeapSummary).",
                    "Counts a thread-local buffer when it is full, so it lags by at most one buffer a thread. Promotion is"
                            + " not in it."));

    private static final PanelSpec GO = SPEC.in(
            "by all goroutines",
            new Explanation(
                    "Bytes that the program allocates per second: the work that the collector must keep up with.",
                    "/gc/heap/allocs:bytes of runtime/metrics, ten times a second unless configured otherwise. Without the agent: how the heap grew between collections and while they marked (gctrace, MiB, cut off).",
                    "A processor's span counts when it is swapped for another, so it lags by at most one span of each size on each processor; the trace's heap counts it when it is taken."));

    @Override
    public PanelSpec spec() {
        return SPEC;
    }

    @Override
    public PanelSpec goSpec() {
        return GO;
    }

    @Override
    public PanelData data(View view) {
        AllocationRate rate = AllocationRate.of(view.all(), view.window());
        if (rate.rate() instanceof Figure.Missing<Double> m) {
            return new PanelData.Empty("Not available: " + m.why());
        }
        PointsBuilder rows = new PointsBuilder(SPEC);
        boolean counted = !rate.byCounter().isEmpty();
        for (AllocationRate.Slice s : rate.series()) {
            rows.add(s.to(), "rate", s.bytesPerSecond());
        }
        return rows.keepExtremes(view.window()).note(note(view, counted)).build();
    }

    private static String note(View view, boolean counted) {
        if (!counted) {
            return "from the heap's growth between collections";
        }
        return view.all().runtime().collector() == Collector.GO ? GO.subtitle() : SPEC.subtitle();
    }
}
