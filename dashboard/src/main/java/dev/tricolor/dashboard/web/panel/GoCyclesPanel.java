package dev.tricolor.dashboard.web.panel;

import dev.tricolor.dashboard.gc.ConcurrentPhase;
import dev.tricolor.dashboard.gc.Cycle;
import dev.tricolor.dashboard.gc.Pause;
import dev.tricolor.dashboard.gc.Stall;
import dev.tricolor.dashboard.gc.Timeline;
import dev.tricolor.dashboard.web.panel.PanelSpec.Explanation;
import dev.tricolor.dashboard.web.panel.PanelSpec.Kind;
import dev.tricolor.dashboard.web.panel.PanelSpec.Place;
import dev.tricolor.dashboard.web.panel.PanelSpec.Role;
import dev.tricolor.dashboard.web.panel.PanelSpec.Series;
import java.util.List;
import java.util.Locale;

/** Each Go cycle from start to end, with its two stops and the mark assists in it. */
final class GoCyclesPanel implements Panel {

    private static final PanelSpec SPEC = new PanelSpec(
            "collections",
            "Collections",
            "from start to end: stopped, and beside the application",
            Kind.SPANS,
            Place.MAIN,
            List.of(PanelSpec.time()),
            List.of(
                    new Series("cycle.mark", "marking beside the application", Role.CONCURRENT),
                    new Series("cycle.stopped", "application stopped", Role.STOPPED),
                    new Series("assists.assist", "goroutines made to mark", Role.STALL)),
            new Explanation(
                    "One bar for each cycle: a stop, marking beside the running program, a stop. Every cycle looks at the whole"
                            + " heap, for Go's collector has no generations. Below: mark phases in which goroutines that"
                            + " allocated had to mark themselves, and how many of them at once on average.",
                    "gctrace: the clock part for the bars, the assist part of cpu for the assists. Without a trace ReadGCStats:"
                            + " the sum of a cycle's stops at its end, and no marking.",
                    "Sweeping follows each cycle and is not timed by anything. An assist bar is as long as its mark phase, not as"
                            + " the assists; a part narrower than a pixel is drawn a pixel wide."));

    @Override
    public PanelSpec spec() {
        return SPEC;
    }

    @Override
    public PanelData data(View view) {
        Timeline timeline = view.shown();
        PointsBuilder rows = new PointsBuilder(SPEC);
        for (ConcurrentPhase p : timeline.phases()) {
            rows.add(p.at(), "cycle.mark", PointsBuilder.seconds(p.end()), "mark (" + p.gcId() + ")");
        }
        for (Pause p : timeline.pauses()) {
            rows.add(p.at(), "cycle.stopped", PointsBuilder.seconds(p.end()), p.name() + " (" + p.gcId() + ")");
        }
        if (rows.isEmpty()) {
            return new PanelData.Empty("No cycle in this stretch of time");
        }
        for (Stall s : timeline.stalls()) {
            String text = String.format(Locale.ROOT, "%s: %.2g at once", s.thread(), s.threads());
            rows.add(s.at(), "assists.assist", PointsBuilder.seconds(s.end()), text);
        }
        if (!timeline.cycles().stream().allMatch(Cycle::timed)) {
            rows.absent("cycle.mark", "only gctrace tells when a Go cycle began");
        }
        if (!view.all().go().traced()) {
            rows.absent("assists.assist", "only gctrace tells assists cycle by cycle");
        }
        return rows.keepLargest(view.window()).build();
    }
}
