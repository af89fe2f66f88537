package dev.tricolor.dashboard.web.contrast;

import dev.tricolor.dashboard.analysis.Figure;
import dev.tricolor.dashboard.analysis.Mmu;
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
import java.util.TreeMap;

/** MMU of every session: solid with stalls, dashed from pauses alone where stalls make a difference. */
final class MmuOverlay {

    static final String ID = "mmu";
    private static final String ALONE = ":pauses";

    private MmuOverlay() {}

    static PanelSpec spec(List<Subject> subjects) {
        List<Series> series = new ArrayList<>();
        for (Subject s : subjects) {
            series.add(new Series(s.key() + ALONE, s.label() + ", pauses alone", Role.COLLECTOR, true, s.key()));
            series.add(new Series(s.key(), s.label(), Role.COLLECTOR, false, s.key()));
        }
        return new PanelSpec(
                ID,
                "What the application gets",
                "MMU, share of the worst window; dashed: without stalls",
                Kind.CURVE,
                Place.MAIN,
                List.of(new Axis(Scale.LOG, "ns", "worst window of this length"), new Axis(Scale.LINEAR, "ratio", "")),
                series,
                new Explanation(
                        "MMU(w) is the application's least share of any window of length w. Solid: pauses, and each stalled"
                                + " thread as its share of the application's threads. In Go mark assists are the stalls, spread over each mark phase. Dashed: pauses alone, drawn where"
                                + " stalls make a difference.",
                        "Computed exactly from jdk.GCPhasePause and jdk.ZAllocationStall, in Go from gctrace, over the workload's"
                                + " run.",
                        "GC CPU beside the application is not in it (see the table), nor are barriers. Shenandoah reports no"
                                + " stalls, so its curve is of pauses alone."));
    }

    static PanelData data(List<Subject> subjects) {
        Map<Long, Map<String, Double>> rows = new TreeMap<>();
        for (Subject s : subjects) {
            Mmu mmu = Mmu.of(s.timeline(), s.mutators());
            boolean stalled = s.summary().stalls().sum().optional().orElse(0L) > 0;
            Figure<Mmu.Curve> whole = stalled ? mmu.withStalls() : mmu.pauses();
            add(rows, s.key(), whole);
            if (stalled) {
                add(rows, s.key() + ALONE, mmu.pauses());
            }
        }
        PointsBuilder points = new PointsBuilder(spec(subjects));
        rows.forEach((w, shares) -> points.add((double) w, shares, null));
        return points.isEmpty() ? new PanelData.Empty("None of these sessions holds data yet") : points.build();
    }

    private static void add(Map<Long, Map<String, Double>> rows, String id, Figure<Mmu.Curve> curve) {
        curve.optional()
                .ifPresent(c -> c.points()
                        .forEach(p -> rows.computeIfAbsent(p.windowNs(), w -> new LinkedHashMap<>())
                                .put(id, p.mmu())));
    }
}
