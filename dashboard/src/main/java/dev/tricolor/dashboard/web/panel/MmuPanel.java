package dev.tricolor.dashboard.web.panel;

import dev.tricolor.dashboard.analysis.Figure;
import dev.tricolor.dashboard.analysis.Mmu;
import dev.tricolor.dashboard.analysis.MutatorThreads;
import dev.tricolor.dashboard.web.panel.PanelSpec.Axis;
import dev.tricolor.dashboard.web.panel.PanelSpec.Explanation;
import dev.tricolor.dashboard.web.panel.PanelSpec.Kind;
import dev.tricolor.dashboard.web.panel.PanelSpec.Place;
import dev.tricolor.dashboard.web.panel.PanelSpec.Role;
import dev.tricolor.dashboard.web.panel.PanelSpec.Scale;
import dev.tricolor.dashboard.web.panel.PanelSpec.Series;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Minimum mutator utilisation: what the application gets in the worst window of each length. */
final class MmuPanel implements Panel {

    private static final PanelSpec SPEC = new PanelSpec(
            "mmu",
            "What the application gets",
            "MMU",
            Kind.CURVE,
            Place.SIDE,
            List.of(new Axis(Scale.LOG, "ns", "worst window of this length"), new Axis(Scale.LINEAR, "ratio", "")),
            List.of(
                    new Series("cpu", "also GC CPU", Role.CONCURRENT),
                    new Series("bmu", "BMU, with stalls", Role.FAINT),
                    new Series("stalls", "with stalls", Role.STALL),
                    new Series("pauses", "pauses alone", Role.STOPPED, true)),
            new Explanation(
                    "MMU(w) is the application's least share of any window of length w. BMU(w) is the least of MMU over w"
                            + " and all longer windows. Pauses alone can hide everything: the second curve also counts"
                            + " each stalled thread as its share of the application's threads, the third also the"
                            + " processors that the collector used beside the application.",
                    "Computed exactly from jdk.GCPhasePause, jdk.ZAllocationStall and tricolor.ThreadGroupCpu over the"
                            + " stretch of time shown (Cheng and Blelloch 2001; Sachindran, Moss and Berger 2004).",
                    "Barriers, cache misses and the way to the safepoint are not in it. GC CPU is taken as even within each"
                            + " second. Windows longer than the stretch shown are left out."));

    private static final PanelSpec GO = SPEC.in(
            SPEC.subtitle(),
            new Explanation(
                    "MMU(w) is the application's least share of any window of length w. BMU(w) is the least of MMU over w and all longer windows. Pauses alone can hide everything: the second curve also counts mark assists, spread evenly over each mark phase, as a share of the goroutines that can run at once, the third also the processors that mark workers used beside the application.",
                    "Computed exactly from gctrace (pauses, assist, background and idle CPU of each cycle) over the stretch of time shown; without a trace from ReadGCStats, where each cycle's stops count as one at its end (Cheng and Blelloch 2001; Sachindran, Moss and Berger 2004).",
                    "The write barrier, sweeping, and the time in which a goroutine waits for credit are not in it. Idle workers count, though they leave a processor as soon as it is wanted. Windows longer than the stretch shown are left out."));

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
        Mmu mmu = Mmu.of(view.shown(), MutatorThreads.of(view.all()));
        if (mmu.pauses() instanceof Figure.Missing<Mmu.Curve> m) {
            return new PanelData.Empty("Not available: " + m.why());
        }
        Map<Long, Map<String, Double>> byWindow = new TreeMap<>();
        PointsBuilder rows = new PointsBuilder(SPEC);
        put(byWindow, "pauses", mmu.pauses(), rows);
        put(byWindow, "stalls", mmu.withStalls(), rows);
        put(byWindow, "cpu", mmu.withGcCpu(), rows);
        boolean stalls = mmu.withStalls() instanceof Figure.Known<Mmu.Curve>;
        (stalls ? mmu.withStalls() : mmu.pauses())
                .optional()
                .ifPresent(c ->
                        c.points().forEach(p -> row(byWindow, p.windowNs()).put("bmu", p.bmu())));
        byWindow.forEach((w, shares) -> rows.add((double) w, shares, null));
        if (rows.isEmpty()) {
            return new PanelData.Empty("The stretch of time shown is shorter than any window");
        }
        return rows.build();
    }

    private static void put(
            Map<Long, Map<String, Double>> byWindow, String id, Figure<Mmu.Curve> curve, PointsBuilder rows) {
        if (curve instanceof Figure.Missing<Mmu.Curve> m) {
            rows.absent(id, m.why());
        }
        curve.optional()
                .ifPresent(c ->
                        c.points().forEach(p -> row(byWindow, p.windowNs()).put(id, p.mmu())));
    }

    private static Map<String, Double> row(Map<Long, Map<String, Double>> byWindow, long window) {
        return byWindow.computeIfAbsent(window, w -> new TreeMap<>());
    }
}
