package dev.tricolor.dashboard.web.panel;

import static dev.tricolor.dashboard.web.panel.PanelSpec.time;

import dev.tricolor.dashboard.analysis.Figure;
import dev.tricolor.dashboard.analysis.LiveSet;
import dev.tricolor.dashboard.gc.Cycle;
import dev.tricolor.dashboard.gc.HeapSample;
import dev.tricolor.dashboard.gc.Interval;
import dev.tricolor.dashboard.gc.Timeline;
import dev.tricolor.dashboard.web.panel.PanelSpec.Axis;
import dev.tricolor.dashboard.web.panel.PanelSpec.Explanation;
import dev.tricolor.dashboard.web.panel.PanelSpec.Kind;
import dev.tricolor.dashboard.web.panel.PanelSpec.Place;
import dev.tricolor.dashboard.web.panel.PanelSpec.Role;
import dev.tricolor.dashboard.web.panel.PanelSpec.Scale;
import dev.tricolor.dashboard.web.panel.PanelSpec.Series;
import java.util.List;
import java.util.Map;

/** How full the heap is, before and after each collection. */
final class HeapPanel implements Panel {

    static final String USED = "used";

    private static final PanelSpec SPEC = new PanelSpec(
            "heap",
            "Heap",
            "before and after each collection",
            Kind.LINES,
            Place.MAIN,
            List.of(time(), new Axis(Scale.LINEAR, "bytes", "")),
            List.of(
                    new Series("gc", "collection begins", Role.MARK),
                    new Series("full", "full collection begins", Role.MARK_STOPPED),
                    KnobMarks.SERIES,
                    new Series("softmax", "soft max", Role.LIMIT),
                    new Series("goal", "goal of GOGC", Role.OTHER, true),
                    new Series("max", "max", Role.LIMIT),
                    new Series("committed", "committed", Role.FAINT),
                    new Series("live", "live", Role.SAMPLE),
                    new Series(USED, "used", Role.COLLECTOR)),
            new Explanation(
                    "Used: bytes that objects occupy, dead ones included. It grows while the application allocates and"
                            + " falls at each collection; what it falls to is close to what is live. Committed: backed"
                            + " by memory. Max: -Xmx.",
                    "jdk.GCHeapSummary, written before and after each collection; live as the analysis tells it from"
                            + " collections that marked everything. Goal and soft max, where the knob was turned:"
                            + " tricolor.KnobState and tricolor.KnobChange.",
                    "What happens between two collections is drawn as a straight line. For concurrent collectors \"before\""
                            + " and \"after\" are a whole cycle apart, and the application allocates meanwhile."));

    @Override
    public PanelSpec spec() {
        return SPEC;
    }

    @Override
    public PanelData data(View view) {
        Timeline timeline = view.shown();
        Interval window = view.window();
        if (timeline.heap().isEmpty()) {
            return new PanelData.Empty("No collection in this stretch of time, so nothing has measured the heap");
        }
        PointsBuilder rows = new PointsBuilder(SPEC);
        for (HeapSample h : timeline.heap()) {
            rows.add(
                    PointsBuilder.seconds(h.at()),
                    Map.of(USED, (double) h.used(), "committed", (double) h.committed()),
                    null);
        }
        LiveSet live = LiveSet.of(timeline);
        live.marks().forEach(m -> rows.add(m.liveAt(), "live", (double) m.liveBytes()));
        if (live.typical() instanceof Figure.Missing<Long> m) {
            rows.absent("live", m.why());
        }
        rows.keepExtremes(window);
        for (Cycle c : timeline.cycles()) {
            String id = c.kind() == Cycle.Kind.FULL ? "full" : "gc";
            rows.add(c.at(), id, 0, c.name() + ", " + c.cause());
        }
        KnobMarks.add(timeline, rows);
        KnobMarks.softMax(view, rows);
        timeline.runtime().maxHeap().ifPresent(max -> {
            rows.add(window.from(), "max", (double) max);
            rows.add(window.to(), "max", (double) max);
        });
        return rows.build();
    }
}
