package dev.tricolor.dashboard.web.panel;

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

/** What the pacer aimed at and where each cycle began and ended. */
final class GoPacerPanel implements Panel {

    private static final PanelSpec SPEC = new PanelSpec(
            "go-pacer",
            "Pacer",
            "goal, trigger, and where marking ended",
            Kind.LINES,
            Place.MAIN,
            List.of(PanelSpec.time(), new Axis(Scale.LINEAR, "bytes", "")),
            List.of(
                    KnobMarks.SERIES,
                    new Series("limit", "memory limit", Role.LIMIT),
                    new Series("marked", "marked by the cycle before", Role.FAINT),
                    new Series("trigger", "cycle began", Role.CONCURRENT),
                    new Series("ended", "marking ended", Role.SAMPLE),
                    new Series("goal", "goal", Role.COLLECTOR)),
            new Explanation(
                    "The pacer starts a cycle so early that marking ends just before the heap reaches the goal. Goal = marked +"
                            + " (marked + stacks + globals) × GOGC / 100, or less where the memory limit asks for it. A dot"
                            + " above the goal is a cycle that began too late; a trigger far below it is one that costs more"
                            + " than GOGC says.",
                    "Goal, marked, limit: /gc/heap/goal:bytes, /gc/heap/live:bytes, /gc/gomemlimit:bytes, else gctrace. Trigger"
                            + " and end: gctrace, the heap when a cycle began and when its marking ended, MiB, cut off.",
                    "The trigger itself is told by nobody: the heap when a cycle began is a little above it. A forced cycle begins"
                            + " anywhere. The limit is on all of the runtime's memory, and is drawn only when it is near."));

    @Override
    public PanelSpec spec() {
        return SPEC;
    }

    @Override
    public PanelData data(View view) {
        Timeline timeline = view.shown();
        Interval window = view.window();
        PointsBuilder rows = new PointsBuilder(SPEC);
        List<TracedCycle> cycles = timeline.go().cycles();
        boolean read = !timeline.go().readings(GoMetric.HEAP_GOAL).isEmpty();
        if (read) {
            GoSteps.addOrSay(timeline, GoMetric.HEAP_GOAL, "goal", window, rows);
            GoSteps.addOrSay(timeline, GoMetric.HEAP_LIVE, "marked", window, rows);
        }
        for (TracedCycle c : cycles) {
            if (!read) {
                rows.add(c.at(), "goal", (double) c.goalBytes());
                rows.add(c.end(), "marked", (double) c.markedBytes());
            }
            rows.add(c.at(), "trigger", (double) c.startBytes());
            rows.add(c.end(), "ended", (double) c.endBytes());
        }
        if (rows.isEmpty()) {
            return new PanelData.Empty("No cycle in this stretch of time, and no reading of /gc/heap/goal:bytes");
        }
        if (!view.all().go().traced()) {
            rows.absent("trigger", "only gctrace tells where a cycle began");
            rows.absent("ended", "only gctrace tells where marking ended");
        }
        rows.keepExtremes(window);
        limit(timeline, window, rows);
        KnobMarks.add(timeline, rows);
        return rows.build();
    }

    /** A limit far above the heap would press the rest to the ground. */
    private static void limit(Timeline timeline, Interval window, PointsBuilder rows) {
        double goal = timeline.go().readings(GoMetric.HEAP_GOAL).stream()
                .filter(s -> !s.unbounded())
                .mapToDouble(GoMetricSample::value)
                .max()
                .orElse(0);
        timeline.go().settings().memoryLimit().ifPresent(limit -> {
            if (limit <= 3 * goal) {
                rows.add(window.from(), "limit", (double) limit);
                rows.add(window.to(), "limit", (double) limit);
            } else {
                rows.absent("limit", "it is more than three times the goal, too far away to be drawn");
            }
        });
    }
}
