package dev.tricolor.dashboard.web.contrast;

import dev.tricolor.dashboard.analysis.Figure;
import dev.tricolor.dashboard.analysis.PauseStats;
import dev.tricolor.dashboard.analysis.StallStats;
import dev.tricolor.dashboard.web.panel.PanelData;
import dev.tricolor.dashboard.web.panel.PanelSpec;
import dev.tricolor.dashboard.web.panel.PanelSpec.Axis;
import dev.tricolor.dashboard.web.panel.PanelSpec.Explanation;
import dev.tricolor.dashboard.web.panel.PanelSpec.Kind;
import dev.tricolor.dashboard.web.panel.PanelSpec.Place;
import dev.tricolor.dashboard.web.panel.PanelSpec.Role;
import dev.tricolor.dashboard.web.panel.PanelSpec.Scale;
import dev.tricolor.dashboard.web.panel.PanelSpec.Series;
import dev.tricolor.dashboard.web.panel.PointsBuilder;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Percentiles of pauses (solid) and of stalls (dashed) of every session. */
final class PercentileOverlay {

    static final String ID = "percentiles";
    private static final String STALLS = ":stalls";

    private PercentileOverlay() {}

    static PanelSpec spec(List<Subject> subjects) {
        List<Series> series = new ArrayList<>();
        for (Subject s : subjects) {
            series.add(new Series(s.key() + STALLS, s.label() + ", stalls", Role.COLLECTOR, true, s.key()));
            series.add(new Series(s.key(), s.label(), Role.COLLECTOR, false, s.key()));
        }
        return new PanelSpec(
                ID,
                "How long the world stops",
                "pause percentiles; dashed: stalls of single threads",
                Kind.CURVE,
                Place.MAIN,
                List.of(new Axis(Scale.LINEAR, "percentile", "percentile"), new Axis(Scale.LOG, "ns", "")),
                series,
                new Explanation(
                        "How long the given share of pauses was at most. Dashed: the same of stalls, each of one thread.",
                        "jdk.GCPhasePause and jdk.ZAllocationStall, in Go gctrace, over the workload's run; HdrHistogram, 3"
                                + " digits. Go does not tell single mark assists.",
                        "A percentile says nothing of how often: many short pauses look better than one long one. Fewer than a"
                                + " thousand pauses have no p99.9 of their own: it is then the longest."));
    }

    static PanelData data(List<Subject> subjects) {
        List<Map<String, Double>> rows = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            rows.add(new LinkedHashMap<>());
        }
        for (Subject s : subjects) {
            PauseStats p = s.summary().pauses();
            StallStats t = s.summary().stalls();
            add(rows, s.key(), List.of(p.p50(), p.p90(), p.p99(), p.p999(), p.max()));
            add(rows, s.key() + STALLS, List.of(t.p50(), t.p90(), t.p99(), t.p999(), t.max()));
        }
        PointsBuilder points = new PointsBuilder(spec(subjects));
        for (int i = 0; i < rows.size(); i++) {
            if (!rows.get(i).isEmpty()) {
                points.add(i, rows.get(i), null);
            }
        }
        return points.isEmpty() ? new PanelData.Empty("No pause in any of these sessions") : points.build();
    }

    private static void add(List<Map<String, Double>> rows, String id, List<Figure<Long>> percentiles) {
        for (int i = 0; i < percentiles.size(); i++) {
            Map<String, Double> row = rows.get(i);
            percentiles.get(i).optional().ifPresent(ns -> row.put(id, Math.max(1.0, (double) ns)));
        }
    }
}
