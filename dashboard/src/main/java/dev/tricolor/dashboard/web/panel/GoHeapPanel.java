package dev.tricolor.dashboard.web.panel;

import dev.tricolor.dashboard.analysis.Figure;
import dev.tricolor.dashboard.analysis.HeapUse;
import dev.tricolor.dashboard.analysis.LiveSet;
import dev.tricolor.dashboard.gc.Cycle;
import dev.tricolor.dashboard.gc.GoMetric;
import dev.tricolor.dashboard.gc.GoMetricSample;
import dev.tricolor.dashboard.gc.Interval;
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
import java.util.Map;

/** How full a Go heap is, and how full it may get before a cycle must have ended. */
final class GoHeapPanel implements Panel {

    private static final PanelSpec SPEC = new PanelSpec(
            "heap",
            "Heap",
            "in use, and the goal of each cycle",
            Kind.LINES,
            Place.MAIN,
            List.of(PanelSpec.time(), new Axis(Scale.LINEAR, "bytes", "")),
            List.of(
                    new Series("gc", "cycle begins", Role.MARK),
                    KnobMarks.SERIES,
                    new Series("goal", "goal", Role.LIMIT),
                    new Series("live", "live", Role.SAMPLE),
                    new Series("used", "used", Role.COLLECTOR)),
            new Explanation(
                    "Used: bytes that objects occupy, dead ones included. It grows until marking has ended, and falls to what"
                            + " was marked. Goal: the size that GOGC, or the memory limit, wants it to have at the most when"
                            + " marking ends. Live: what a cycle marked.",
                    "gctrace where there is one: heap when a cycle begins, when marking ends and what was marked, MiB, cut off."
                            + " Else /memory/classes/heap/objects:bytes, ten times a second."
                            + " Goal: /gc/heap/goal:bytes, else gctrace.",
                    "Between two points a straight line is drawn. Dead objects count as gone when marking has ended, though"
                            + " sweeping takes them off later. Objects allocated while a cycle marks are in \"live\"."));

    @Override
    public PanelSpec spec() {
        return SPEC;
    }

    @Override
    public PanelData data(View view) {
        Timeline timeline = view.shown();
        Interval window = view.window();
        PointsBuilder rows = new PointsBuilder(SPEC);
        HeapUse.of(timeline).forEach(p -> rows.add(p.at(), "used", (double) p.bytes()));
        goal(timeline, window, rows);
        if (rows.isEmpty()) {
            return new PanelData.Empty("No cycle in this stretch of time, so nothing has measured the heap");
        }
        LiveSet live = LiveSet.of(timeline);
        live.marks().forEach(m -> rows.add(m.liveAt(), "live", (double) m.liveBytes()));
        if (live.typical() instanceof Figure.Missing<Long> m) {
            rows.absent("live", m.why());
        }
        rows.keepExtremes(window);
        for (Cycle c : timeline.cycles()) {
            rows.add(c.at(), "gc", 0, c.name() + " " + c.gcId() + ", " + c.cause());
        }
        KnobMarks.add(timeline, rows);
        return rows.build();
    }

    private static void goal(Timeline timeline, Interval window, PointsBuilder rows) {
        List<GoMetricSample> read = timeline.go().readings(GoMetric.HEAP_GOAL);
        if (!read.isEmpty()) {
            GoSteps.add(read, "goal", window, rows);
            return;
        }
        for (TracedCycle c : timeline.go().cycles()) {
            rows.add(PointsBuilder.seconds(c.at()), Map.of("goal", (double) c.goalBytes()), null);
        }
        if (!timeline.go().traced()) {
            rows.absent("goal", "neither /gc/heap/goal:bytes nor gctrace");
        }
    }
}
