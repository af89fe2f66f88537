package dev.tricolor.dashboard.web.panel;

import dev.tricolor.dashboard.gc.GoMetric;
import dev.tricolor.dashboard.web.panel.PanelSpec.Axis;
import dev.tricolor.dashboard.web.panel.PanelSpec.Explanation;
import dev.tricolor.dashboard.web.panel.PanelSpec.Kind;
import dev.tricolor.dashboard.web.panel.PanelSpec.Place;
import dev.tricolor.dashboard.web.panel.PanelSpec.Role;
import dev.tricolor.dashboard.web.panel.PanelSpec.Scale;
import dev.tricolor.dashboard.web.panel.PanelSpec.Series;
import java.util.List;

/** How much there is to scan: the work of a cycle. */
final class GoScanPanel implements Panel {

    private static final PanelSpec SPEC = new PanelSpec(
            "go-scan",
            "Scan work",
            "bytes that can hold pointers",
            Kind.LINES,
            Place.MAIN,
            List.of(PanelSpec.time(), new Axis(Scale.LINEAR, "bytes", "")),
            List.of(
                    new Series("globals", "globals", Role.FAINT),
                    new Series("stack", "stacks, in the last cycle", Role.STALL),
                    new Series("heap", "heap", Role.CONCURRENT)),
            new Explanation(
                    "What a cycle must look through: a heap without pointers costs next to nothing to mark. Stacks and globals"
                            + " count towards the goal since Go 1.18.",
                    "/gc/scan/heap:bytes, /gc/scan/stack:bytes and /gc/scan/globals:bytes of runtime/metrics (Go 1.21).",
                    "Heap is all that can hold pointers, dead objects too until they are swept. With Green Tea (1.26) objects are"
                            + " counted otherwise than without: not to be compared."));

    @Override
    public PanelSpec spec() {
        return SPEC;
    }

    @Override
    public PanelData data(View view) {
        PointsBuilder rows = new PointsBuilder(SPEC);
        GoSteps.addOrSay(view.shown(), GoMetric.SCAN_HEAP, "heap", view.window(), rows);
        GoSteps.addOrSay(view.shown(), GoMetric.SCAN_STACK, "stack", view.window(), rows);
        GoSteps.addOrSay(view.shown(), GoMetric.SCAN_GLOBALS, "globals", view.window(), rows);
        return rows.isEmpty()
                ? new PanelData.Empty("Not available: no /gc/scan of runtime/metrics (the Go agent, Go 1.21)")
                : rows.keepExtremes(view.window()).build();
    }
}
