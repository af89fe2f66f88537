package dev.tricolor.dashboard.web.panel;

import dev.tricolor.dashboard.gc.TracedCycle;
import dev.tricolor.dashboard.web.panel.PanelSpec.Axis;
import dev.tricolor.dashboard.web.panel.PanelSpec.Explanation;
import dev.tricolor.dashboard.web.panel.PanelSpec.Kind;
import dev.tricolor.dashboard.web.panel.PanelSpec.Place;
import dev.tricolor.dashboard.web.panel.PanelSpec.Role;
import dev.tricolor.dashboard.web.panel.PanelSpec.Scale;
import dev.tricolor.dashboard.web.panel.PanelSpec.Series;
import java.util.List;

/** What the mark workers take of the processors while a cycle marks. */
final class GoWorkersPanel implements Panel {

    /** What the collector gives itself: a quarter of GOMAXPROCS, by dedicated and fractional workers. */
    private static final double TARGET = 0.25;

    private static final PanelSpec SPEC = new PanelSpec(
            "go-workers",
            "Mark workers",
            "share of the processors in each mark phase",
            Kind.LINES,
            Place.MAIN,
            List.of(PanelSpec.time(), new Axis(Scale.LINEAR, "share", "")),
            List.of(
                    new Series("target", "target: 25 %", Role.LIMIT),
                    new Series("idle", "idle workers", Role.FAINT),
                    new Series("background", "dedicated and fractional workers", Role.CONCURRENT)),
            new Explanation(
                    "While a cycle marks, the collector takes a quarter of the processors: dedicated workers, and a fractional one"
                            + " where a quarter is no whole number. Processors with nothing to run mark as well: idle workers,"
                            + " which take nothing from the program.",
                    "gctrace: background and idle CPU time of a cycle / (its mark phase × GOMAXPROCS). Over all time see \"Where"
                            + " the processors go\".",
                    "The trace does not tell dedicated from fractional workers. In a mark phase shorter than a worker's time slice"
                            + " the share can be far from the target."));

    @Override
    public PanelSpec spec() {
        return SPEC;
    }

    @Override
    public PanelData data(View view) {
        PointsBuilder rows = new PointsBuilder(SPEC);
        for (TracedCycle c : view.shown().go().cycles()) {
            double capacity = (double) c.mark().toNanos() * c.processors();
            if (capacity > 0) {
                rows.add(c.at(), "background", c.backgroundCpu().toNanos() / capacity);
                rows.add(c.at(), "idle", c.idleCpu().toNanos() / capacity);
            }
        }
        if (rows.isEmpty()) {
            return new PanelData.Empty(
                    view.all().go().traced()
                            ? "No cycle in this stretch of time"
                            : "Not available: only gctrace tells the workers' time cycle by cycle; their mean is in \"Where the"
                                    + " processors go\"");
        }
        rows.keepExtremes(view.window());
        rows.add(view.window().from(), "target", TARGET);
        rows.add(view.window().to(), "target", TARGET);
        return rows.build();
    }
}
