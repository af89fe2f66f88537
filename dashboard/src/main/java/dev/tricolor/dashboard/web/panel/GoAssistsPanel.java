package dev.tricolor.dashboard.web.panel;

import dev.tricolor.dashboard.gc.GoMetric;
import dev.tricolor.dashboard.gc.GoMetricSample;
import dev.tricolor.dashboard.gc.Timeline;
import dev.tricolor.dashboard.gc.TracedCycle;
import dev.tricolor.dashboard.web.panel.PanelSpec.Axis;
import dev.tricolor.dashboard.web.panel.PanelSpec.Explanation;
import dev.tricolor.dashboard.web.panel.PanelSpec.Kind;
import dev.tricolor.dashboard.web.panel.PanelSpec.Place;
import dev.tricolor.dashboard.web.panel.PanelSpec.Role;
import dev.tricolor.dashboard.web.panel.PanelSpec.Scale;
import dev.tricolor.dashboard.web.panel.PanelSpec.Series;
import java.util.List;

/** How much the goroutines that allocate had to mark themselves. */
final class GoAssistsPanel implements Panel {

    private static final PanelSpec SPEC = new PanelSpec(
            "go-assists",
            "Mark assists",
            "share of the processors that goroutines spent marking",
            Kind.LINES,
            Place.MAIN,
            List.of(PanelSpec.time(), new Axis(Scale.LINEAR, "share", "")),
            List.of(new Series("mean", "of all time", Role.FAINT), new Series("marking", "while marking", Role.STALL)),
            new Explanation(
                    "A goroutine that allocates while the collector marks owes marking in proportion. First it draws on credit of"
                            + " the background workers, then it marks itself, then it waits. This is the latency that a short"
                            + " pause hides: a program that allocates faster than the workers mark runs slower while they do.",
                    "While marking: gctrace, assist CPU time of a cycle / (its mark phase × GOMAXPROCS). Of all time:"
                            + " /cpu/classes/gc/mark/assist:cpu-seconds as a share of total, from cycle to cycle.",
                    "The time in which a goroutine waits because there is no credit left is told by nobody. Assists are switched"
                            + " off while the runtime's CPU limiter is on."));

    @Override
    public PanelSpec spec() {
        return SPEC;
    }

    @Override
    public PanelData data(View view) {
        Timeline timeline = view.shown();
        PointsBuilder rows = new PointsBuilder(SPEC);
        for (TracedCycle c : timeline.go().cycles()) {
            double capacity = (double) c.mark().toNanos() * c.processors();
            if (capacity > 0) {
                rows.add(c.at(), "marking", c.assistCpu().toNanos() / capacity);
            }
        }
        mean(timeline, rows);
        if (rows.isEmpty()) {
            return new PanelData.Empty("No cycle in this stretch of time that told of assists");
        }
        if (!view.all().go().traced()) {
            rows.absent("marking", "only gctrace tells assists cycle by cycle");
        }
        return rows.keepExtremes(view.window()).build();
    }

    private static void mean(Timeline timeline, PointsBuilder rows) {
        List<GoMetricSample> totals = timeline.go().readings(GoMetric.CPU_TOTAL);
        for (int i = 1; i < totals.size(); i++) {
            double all = totals.get(i).value() - totals.get(i - 1).value();
            double before = assist(timeline, totals.get(i - 1));
            double after = assist(timeline, totals.get(i));
            if (all > 0) {
                rows.add(totals.get(i).at(), "mean", Math.max(0, after - before) / all);
            }
        }
        if (totals.size() < 2) {
            rows.absent("mean", "fewer than two readings of /cpu/classes (the Go agent, Go 1.20)");
        }
    }

    private static double assist(Timeline timeline, GoMetricSample at) {
        return timeline.go()
                .at(GoMetric.CPU_MARK_ASSIST, at.at())
                .map(GoMetricSample::value)
                .orElse(0.0);
    }
}
