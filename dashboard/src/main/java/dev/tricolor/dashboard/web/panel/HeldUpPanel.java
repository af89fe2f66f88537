package dev.tricolor.dashboard.web.panel;

import static dev.tricolor.dashboard.web.panel.PanelSpec.time;

import dev.tricolor.dashboard.analysis.Figure;
import dev.tricolor.dashboard.analysis.StallStats;
import dev.tricolor.dashboard.gc.Collector;
import dev.tricolor.dashboard.gc.Interval;
import dev.tricolor.dashboard.gc.Pause;
import dev.tricolor.dashboard.gc.Safepoint;
import dev.tricolor.dashboard.gc.Stall;
import dev.tricolor.dashboard.gc.Timeline;
import dev.tricolor.dashboard.web.panel.PanelSpec.Axis;
import dev.tricolor.dashboard.web.panel.PanelSpec.Explanation;
import dev.tricolor.dashboard.web.panel.PanelSpec.Kind;
import dev.tricolor.dashboard.web.panel.PanelSpec.Place;
import dev.tricolor.dashboard.web.panel.PanelSpec.Role;
import dev.tricolor.dashboard.web.panel.PanelSpec.Scale;
import dev.tricolor.dashboard.web.panel.PanelSpec.Series;
import java.time.Duration;
import java.util.List;

/** Every pause, every stall and every halt as a dot: when, and for how long. */
final class HeldUpPanel implements Panel {

    private static final PanelSpec SPEC = new PanelSpec(
            "held-up",
            "Stopped and held up",
            "each pause and each stall, log scale",
            Kind.DOTS,
            Place.MAIN,
            List.of(time(), new Axis(Scale.LOG, "ns", "")),
            List.of(
                    new Series("halt", "halt, any reason", Role.FAINT),
                    new Series("stall", "stall, one thread", Role.STALL),
                    new Series("pause", "pause, all threads", Role.STOPPED)),
            new Explanation(
                    "A pause stops every application thread. A stall holds up one thread that wants memory, while the"
                            + " others may run on. A halt is the JVM stopping the world for any reason, pauses included:"
                            + " it starts when the stop is asked for.",
                    "jdk.GCPhasePause; jdk.ZAllocationStall (no threshold); jdk.SafepointBegin to jdk.SafepointEnd. All in"
                            + " nanosecond ticks.",
                    "A pause leaves out the way to the safepoint, which the halt has. Shenandoah reports no stalls: look"
                            + " for degenerated and full pauses. The last one to three collections before exit are not"
                            + " in the recording."));

    private static final PanelSpec GO = SPEC.in(
            "each stop, log scale",
            new Explanation(
                    "A pause stops every goroutine: twice a cycle, when sweeping must end before it and when marking ends. Mark assists hold up single goroutines and have a panel of their own, since Go tells their time cycle by cycle only.",
                    "gctrace: the first and the last number of the clock part, with the way to the stop in them; two digits below 10 ms, whole milliseconds above. Without a trace: ReadGCStats, one dot for the sum of a cycle's stops, named so.",
                    "Stops for other reasons are told as a distribution only (see \"Stops as Go counts them\"). When the world was stopped in vain and marking went on, the trace leaves that stop out."));

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
        Timeline timeline = view.shown();
        Interval window = view.window();
        PointsBuilder rows = new PointsBuilder(SPEC);
        for (Safepoint s : timeline.safepoints()) {
            rows.add(s.at(), "halt", ns(s.duration()), "halt");
        }
        if (single(timeline)) {
            for (Stall s : timeline.stalls()) {
                rows.add(s.at(), "stall", ns(s.duration()), s.thread());
            }
        }
        for (Pause p : timeline.pauses()) {
            rows.add(p.at(), "pause", ns(p.duration()), p.name() + " (" + p.gcId() + ")");
        }
        if (rows.isEmpty()) {
            return new PanelData.Empty("Nothing was stopped or held up in this stretch of time");
        }
        if (timeline.safepoints().isEmpty()) {
            rows.absent(
                    "halt",
                    single(timeline)
                            ? "the recording holds no safepoint events"
                            : "Go tells them as a distribution only");
        }
        if (StallStats.of(timeline).count() instanceof Figure.Missing<Long> m) {
            rows.absent("stall", m.why());
        }
        return rows.keepLargest(window).build();
    }

    /** Whether stalls are told one by one. */
    private static boolean single(Timeline timeline) {
        return timeline.runtime().collector() != Collector.GO;
    }

    /** A log axis has no zero; what took no tick took less than one. */
    private static double ns(Duration d) {
        return (double) Math.max(1, d.toNanos());
    }
}
