package dev.tricolor.dashboard.web.contrast;

import dev.tricolor.dashboard.analysis.HeapUse;
import dev.tricolor.dashboard.gc.Collector;
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
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** One session's heap from its workload's start, to be drawn beside the others' on the same axes. */
final class HeapMultiple {

    private HeapMultiple() {}

    static String id(Subject s) {
        return "heap:" + s.key();
    }

    static PanelSpec spec(Subject s) {
        return new PanelSpec(
                id(s),
                s.label(),
                "heap used",
                Kind.LINES,
                Place.MULTIPLE,
                List.of(new Axis(Scale.LINEAR, "s", ""), new Axis(Scale.LINEAR, "bytes", "")),
                List.of(
                        new Series("max", "max", Role.LIMIT, true, s.key()),
                        new Series("used", "used", Role.COLLECTOR, false, s.key())),
                new Explanation(
                        "Heap used before and after each collection, from the start of the run, on axes shared by all"
                                + " sessions here. Dashed: -Xmx, which Go has not.",
                        s.collector() == Collector.GO
                                ? "gctrace, MiB, cut off; without a trace /memory/classes/heap/objects:bytes."
                                : "jdk.GCHeapSummary.",
                        "What happens between two collections is drawn as a straight line."));
    }

    static PanelData data(Subject s) {
        List<HeapUse.Point> use = HeapUse.of(s.timeline());
        if (use.isEmpty()) {
            return new PanelData.Empty("No collection, so nothing has measured the heap");
        }
        PointsBuilder rows = new PointsBuilder(spec(s));
        Instant start = s.window().from();
        for (HeapUse.Point h : use) {
            if (!h.at().isBefore(start)) {
                rows.add(since(start, h.at()), Map.of("used", (double) h.bytes()), null);
            }
        }
        rows.keepFew(s.window());
        s.timeline().runtime().maxHeap().ifPresent(max -> {
            rows.add(0, Map.of("max", (double) max), null);
            rows.add(since(start, s.window().to()), Map.of("max", (double) max), null);
        });
        return rows.build();
    }

    private static double since(Instant start, Instant t) {
        return PointsBuilder.seconds(Duration.between(start, t));
    }
}
