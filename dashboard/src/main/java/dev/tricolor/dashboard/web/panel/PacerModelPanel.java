package dev.tricolor.dashboard.web.panel;

import dev.tricolor.dashboard.web.panel.PanelSpec.Axis;
import dev.tricolor.dashboard.web.panel.PanelSpec.Explanation;
import dev.tricolor.dashboard.web.panel.PanelSpec.Kind;
import dev.tricolor.dashboard.web.panel.PanelSpec.Place;
import dev.tricolor.dashboard.web.panel.PanelSpec.Role;
import dev.tricolor.dashboard.web.panel.PanelSpec.Scale;
import dev.tricolor.dashboard.web.panel.PanelSpec.Series;
import java.util.List;

/** The heap of a program under the pacer model, on the Go lab's page. */
public final class PacerModelPanel {

    public static final PanelSpec SPEC = new PanelSpec(
            "pacer-model",
            "Simulated heap",
            "by seconds of the run",
            Kind.LINES,
            Place.MAIN,
            List.of(new Axis(Scale.LINEAR, "s", ""), new Axis(Scale.LINEAR, "bytes", "")),
            List.of(
                    new Series("real", "the session's heap, measured", Role.FAINT),
                    new Series("live", "live", Role.OTHER),
                    new Series("goal", "goal", Role.LIMIT),
                    new Series("trigger", "trigger", Role.CONCURRENT, true),
                    new Series("heap", "heap", Role.COLLECTOR)),
            new Explanation(
                    "The heap grows until the trigger, where a cycle begins; while it marks, the program goes on allocating; the"
                            + " pacer chose the trigger so that marking ends at the goal. What is allocated while marking"
                            + " counts as live until the next cycle.",
                    "no measurement: Go's pacer as a model, fed with the numbers of the sliders; its formulas are checked"
                            + " against recorded runs of real Go",
                    "sweeping, pauses, the scheduler's delays, fragmentation; allocation is a flow without bursts"));

    private PacerModelPanel() {}
}
