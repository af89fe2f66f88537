package dev.tricolor.dashboard.web.panel;

import dev.tricolor.dashboard.analysis.Distribution;
import dev.tricolor.dashboard.analysis.Figure;
import dev.tricolor.dashboard.analysis.PauseStats;
import dev.tricolor.dashboard.analysis.StallStats;
import dev.tricolor.dashboard.web.panel.PanelSpec.Axis;
import dev.tricolor.dashboard.web.panel.PanelSpec.Explanation;
import dev.tricolor.dashboard.web.panel.PanelSpec.Kind;
import dev.tricolor.dashboard.web.panel.PanelSpec.Place;
import dev.tricolor.dashboard.web.panel.PanelSpec.Role;
import dev.tricolor.dashboard.web.panel.PanelSpec.Scale;
import dev.tricolor.dashboard.web.panel.PanelSpec.Series;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/** How many pauses and stalls were how long. Row x is a bucket's lower edge, the next row's x its upper one. */
final class PauseHistogramPanel implements Panel {

    private static final PanelSpec SPEC = new PanelSpec(
            "pause-histogram",
            "How long they last",
            "count by duration",
            Kind.BARS,
            Place.SIDE,
            List.of(new Axis(Scale.LOG, "ns", ""), new Axis(Scale.LINEAR, "count", "")),
            List.of(new Series("stalls", "stalls", Role.STALL), new Series("pauses", "pauses", Role.STOPPED)),
            new Explanation(
                    "How many pauses (whole world) and stalls (one thread each) fell into each range of durations, in the"
                            + " stretch of time shown. Ranges go 1, 2, 5 in each decade.",
                    "jdk.GCPhasePause and jdk.ZAllocationStall, nanosecond ticks.",
                    "A pause inside another counts once. One second-long pause is one count, however much it matters."));

    private static final PanelSpec GO = SPEC.in(
            SPEC.subtitle(),
            new Explanation(
                    "How many stops of the world fell into each range of durations, in the stretch of time shown; two for each cycle. Ranges go 1, 2, 5 in each decade.",
                    "gctrace, two digits; without a trace ReadGCStats, where one count is the sum of a cycle's stops.",
                    "One long stop is one count, however much it matters. Mark assists are not told one by one."));

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
        PauseStats pauses = PauseStats.of(view.shown());
        StallStats stalls = StallStats.of(view.shown());
        NavigableMap<Long, Map<String, Double>> byEdge = new TreeMap<>();
        add(byEdge, "pauses", pauses.histogram());
        add(byEdge, "stalls", stalls.histogram());
        if (byEdge.isEmpty()) {
            return new PanelData.Empty("No pause and no stall in this stretch of time");
        }
        PointsBuilder rows = new PointsBuilder(SPEC);
        byEdge.forEach((edge, counts) -> rows.add((double) Math.max(edge, 100), counts, null));
        if (stalls.count() instanceof Figure.Missing<Long> m) {
            rows.absent("stalls", m.why());
        }
        return rows.build();
    }

    /** Both edges, so that the last bucket has its upper one; an edge without a count is the end of a run. */
    private static void add(
            NavigableMap<Long, Map<String, Double>> byEdge, String id, List<Distribution.Bucket> buckets) {
        for (Distribution.Bucket b : buckets) {
            byEdge.computeIfAbsent(b.fromNs(), e -> new TreeMap<>()).put(id, (double) b.count());
            byEdge.computeIfAbsent(b.toNs(), e -> new TreeMap<>());
        }
    }
}
