package dev.tricolor.dashboard.web.panel;

import dev.tricolor.dashboard.gc.GoHistogram;
import dev.tricolor.dashboard.gc.GoStops;
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

/** How long the world stood still, by the runtime's own distributions. */
final class GoStopsPanel implements Panel {

    private static final Map<GoHistogram, String> SERIES =
            Map.of(GoHistogram.GC_STOPS, "gc", GoHistogram.GC_STOPPING, "stopping", GoHistogram.OTHER_STOPS, "other");

    private static final PanelSpec SPEC = new PanelSpec(
            "go-stops",
            "Stops as Go counts them",
            "count by duration",
            Kind.BARS,
            Place.SIDE,
            List.of(new Axis(Scale.LOG, "ns", ""), new Axis(Scale.LINEAR, "count", "")),
            List.of(
                    new Series("other", "stops for other reasons", Role.OTHER),
                    new Series("stopping", "on the way to a GC stop", Role.FAINT),
                    new Series("gc", "stops by the collector", Role.STOPPED)),
            new Explanation(
                    "The runtime's own count of every single stop: by the collector, and for other reasons such as a profile or a"
                            + " change of GOMAXPROCS; and the part of the collector's stops until all had stopped.",
                    "/sched/pauses/total/gc:seconds, /sched/pauses/stopping/gc:seconds and /sched/pauses/total/other:seconds of"
                            + " runtime/metrics (Go 1.22; before, /gc/pauses:seconds), read ten times a second.",
                    "Buckets of Go's are put together to those of \"How long they last\". The moment of a stop is not told."));

    @Override
    public PanelSpec spec() {
        return SPEC;
    }

    @Override
    public PanelData data(View view) {
        NavigableMap<Long, Map<String, Double>> byEdge = new TreeMap<>();
        for (GoStops s : view.shown().go().stops()) {
            long[] edges = edges(s.lowerNs());
            byEdge.computeIfAbsent(edges[0], e -> new TreeMap<>())
                    .merge(SERIES.getOrDefault(s.histogram(), "other"), (double) s.count(), Double::sum);
            byEdge.computeIfAbsent(edges[1], e -> new TreeMap<>());
        }
        if (byEdge.isEmpty()) {
            return new PanelData.Empty(
                    view.all().go().stops().isEmpty()
                            ? "Not available: no distribution of stops in this log (the Go agent writes it)"
                            : "No stop in this stretch of time");
        }
        PointsBuilder rows = new PointsBuilder(SPEC);
        byEdge.forEach((edge, counts) -> rows.add((double) edge, counts, null));
        return rows.build();
    }

    /** The bucket of 1, 2, 5 in each decade in which a duration lies, from 100 ns. */
    private static long[] edges(long ns) {
        long decade = 100;
        while (ns >= 10 * decade) {
            decade *= 10;
        }
        if (ns >= 5 * decade) {
            return new long[] {5 * decade, 10 * decade};
        }
        return ns >= 2 * decade ? new long[] {2 * decade, 5 * decade} : new long[] {decade, 2 * decade};
    }
}
