package dev.tricolor.dashboard.web.panel;

import dev.tricolor.dashboard.gc.GoMetric;
import dev.tricolor.dashboard.gc.GoMetricSample;
import dev.tricolor.dashboard.gc.Timeline;
import dev.tricolor.dashboard.web.panel.PanelSpec.Axis;
import dev.tricolor.dashboard.web.panel.PanelSpec.Explanation;
import dev.tricolor.dashboard.web.panel.PanelSpec.Kind;
import dev.tricolor.dashboard.web.panel.PanelSpec.Place;
import dev.tricolor.dashboard.web.panel.PanelSpec.Role;
import dev.tricolor.dashboard.web.panel.PanelSpec.Scale;
import dev.tricolor.dashboard.web.panel.PanelSpec.Series;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Where a Go program's processors go, by Go's own accounting. */
final class GoCpuPanel implements Panel {

    private static final Map<String, GoMetric> PARTS = Map.of(
            "user", GoMetric.CPU_USER,
            "scavenge", GoMetric.CPU_SCAVENGE,
            "idle-mark", GoMetric.CPU_MARK_IDLE,
            "mark", GoMetric.CPU_MARK_DEDICATED,
            "assist", GoMetric.CPU_MARK_ASSIST,
            "pause", GoMetric.CPU_GC_PAUSE);

    private static final PanelSpec SPEC = new PanelSpec(
            "go-cpu",
            "Where the processors go",
            "share of GOMAXPROCS, from cycle to cycle",
            Kind.STACK,
            Place.MAIN,
            List.of(PanelSpec.time(), new Axis(Scale.LINEAR, "share", "")),
            List.of(
                    new Series("user", "program", Role.OTHER),
                    new Series("scavenge", "giving memory back", Role.FAINT),
                    new Series("idle-mark", "idle mark workers", Role.FAINT),
                    new Series("mark", "mark workers", Role.CONCURRENT),
                    new Series("assist", "mark assists", Role.STALL),
                    new Series("pause", "stopped", Role.STOPPED)),
            new Explanation(
                    "Processor time by what it was used for, as shares of /cpu/classes/total; what is missing to 100 % was idle."
                            + " Mark workers: the quarter that the collector gives itself. Idle mark workers: processors that"
                            + " had nothing else to do. Assists: goroutines that allocate faster than the workers mark.",
                    "/cpu/classes of runtime/metrics (Go 1.20), which the runtime brings up to date when a cycle ends: a step is"
                            + " the mean from one cycle's end to the next, or over the cycles between two readings.",
                    "Go calls these numbers overestimates that can be compared with each other only, so they are shown as shares."
                            + " A stop counts on all processors. The write barrier and sweeping are inside the program's part."));

    @Override
    public PanelSpec spec() {
        return SPEC;
    }

    @Override
    public PanelData data(View view) {
        Timeline timeline = view.shown();
        List<GoMetricSample> totals = timeline.go().readings(GoMetric.CPU_TOTAL);
        if (totals.size() < 2) {
            return new PanelData.Empty(
                    "Not available: needs two readings of /cpu/classes of runtime/metrics (the Go agent, Go 1.20), with a"
                            + " cycle between them");
        }
        PointsBuilder rows = new PointsBuilder(SPEC);
        GoMetricSample from = totals.get(0);
        for (GoMetricSample to : totals.subList(1, totals.size())) {
            double all = to.value() - from.value();
            Map<String, Double> shares = new LinkedHashMap<>();
            for (Map.Entry<String, GoMetric> part : PARTS.entrySet()) {
                shares.put(part.getKey(), grown(timeline, part.getValue(), from, to) / all);
            }
            if (all > 0 && consistent(shares)) {
                rows.add(PointsBuilder.seconds(to.at()), shares, null);
                from = to;
            }
        }
        return rows.keepExtremes(view.window()).build();
    }

    /**
     * The program's part is what is left of the total, and can shrink for a moment; stops count at once, but in the total only
     * when their cycle ends. Then the step goes on until the parts fit the whole.
     */
    private static boolean consistent(Map<String, Double> shares) {
        double sum = shares.values().stream().mapToDouble(share -> share).sum();
        return sum <= 1 + 1e-6 && shares.values().stream().noneMatch(share -> share < 0);
    }

    private static double grown(Timeline timeline, GoMetric metric, GoMetricSample from, GoMetricSample to) {
        double before =
                timeline.go().at(metric, from.at()).map(GoMetricSample::value).orElse(0.0);
        double after =
                timeline.go().at(metric, to.at()).map(GoMetricSample::value).orElse(before);
        return after - before;
    }
}
