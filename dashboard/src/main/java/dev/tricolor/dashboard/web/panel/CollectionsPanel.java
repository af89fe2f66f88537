package dev.tricolor.dashboard.web.panel;

import static dev.tricolor.dashboard.web.panel.PanelSpec.time;

import dev.tricolor.dashboard.analysis.Figure;
import dev.tricolor.dashboard.analysis.StallStats;
import dev.tricolor.dashboard.gc.Cycle;
import dev.tricolor.dashboard.gc.Interval;
import dev.tricolor.dashboard.gc.Pause;
import dev.tricolor.dashboard.gc.Spanning;
import dev.tricolor.dashboard.gc.Stall;
import dev.tricolor.dashboard.gc.Timeline;
import dev.tricolor.dashboard.web.panel.PanelSpec.Explanation;
import dev.tricolor.dashboard.web.panel.PanelSpec.Kind;
import dev.tricolor.dashboard.web.panel.PanelSpec.Place;
import dev.tricolor.dashboard.web.panel.PanelSpec.Role;
import dev.tricolor.dashboard.web.panel.PanelSpec.Series;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Each collection from start to end in its generation's lane, with the parts in which the world was stopped.
 *
 * <p>Rows: x is the start and the value the end, both in epoch seconds; a series id is {@code lane.part}.
 */
final class CollectionsPanel implements Panel {

    private static final PanelSpec SPEC = new PanelSpec(
            "collections",
            "Collections",
            "from start to end: stopped, and beside the application",
            Kind.SPANS,
            Place.MAIN,
            List.of(time()),
            List.of(
                    new Series("young.cycle", "beside the application", Role.CONCURRENT),
                    new Series("old.cycle", "beside the application", Role.CONCURRENT),
                    new Series("young.stopped", "application stopped", Role.STOPPED),
                    new Series("old.stopped", "application stopped", Role.STOPPED),
                    new Series("stalls.stall", "a thread held up", Role.STALL)),
            new Explanation(
                    "One bar for each collection, young ones above, old, global and full ones below. The cool part is the"
                            + " collector at work beside the running application, the warm parts are its pauses.",
                    "jdk.GarbageCollection for the bars, jdk.GCPhasePause for the stopped parts, jdk.ZAllocationStall for"
                            + " threads held up.",
                    "A cool bar says that a cycle was under way, not how many processors it used: see \"Where the"
                            + " processors go\". A part narrower than a pixel is drawn a pixel wide;"
                            + " where several share one, the colour's strength is the share of time."));

    @Override
    public PanelSpec spec() {
        return SPEC;
    }

    @Override
    public PanelData data(View view) {
        Timeline timeline = view.shown();
        Interval window = view.window();
        PointsBuilder rows = new PointsBuilder(SPEC);
        Map<Integer, String> lanes = new HashMap<>();
        for (Cycle c : timeline.cycles()) {
            String lane = c.kind() == Cycle.Kind.YOUNG ? "young" : "old";
            lanes.put(c.gcId(), lane);
            if (concurrent(c, timeline)) {
                rows.add(c.at(), lane + ".cycle", end(c), c.name() + ", " + c.cause());
            }
        }
        for (Pause p : timeline.pauses()) {
            rows.add(p.at(), lanes.getOrDefault(p.gcId(), "young") + ".stopped", end(p), p.name());
        }
        if (rows.isEmpty()) {
            return new PanelData.Empty("No collection in this stretch of time");
        }
        for (Stall s : timeline.stalls()) {
            rows.add(s.at(), "stalls.stall", end(s), s.thread());
        }
        if (StallStats.of(timeline).count() instanceof Figure.Missing<Long> m) {
            rows.absent("stalls.stall", m.why());
        }
        return rows.keepLargest(window).build();
    }

    private static boolean concurrent(Cycle c, Timeline timeline) {
        return c.kind() == Cycle.Kind.OLD
                || (timeline.runtime().collector().concurrent() && c.kind() != Cycle.Kind.FULL);
    }

    private static double end(Spanning s) {
        return PointsBuilder.seconds(s.end());
    }
}
