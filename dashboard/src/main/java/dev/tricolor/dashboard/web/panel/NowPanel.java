package dev.tricolor.dashboard.web.panel;

import dev.tricolor.dashboard.analysis.AllocationRate;
import dev.tricolor.dashboard.analysis.EffectiveGogc;
import dev.tricolor.dashboard.analysis.Figure;
import dev.tricolor.dashboard.analysis.GcCpu;
import dev.tricolor.dashboard.analysis.LiveSet;
import dev.tricolor.dashboard.analysis.Mmu;
import dev.tricolor.dashboard.analysis.MutatorThreads;
import dev.tricolor.dashboard.analysis.PauseStats;
import dev.tricolor.dashboard.analysis.StallStats;
import dev.tricolor.dashboard.gc.Interval;
import dev.tricolor.dashboard.gc.ProcessMemorySample;
import dev.tricolor.dashboard.gc.Timeline;
import dev.tricolor.dashboard.web.panel.PanelData.Fact;
import dev.tricolor.dashboard.web.panel.PanelData.Part;
import dev.tricolor.dashboard.web.panel.PanelSpec.Explanation;
import dev.tricolor.dashboard.web.panel.PanelSpec.Kind;
import dev.tricolor.dashboard.web.panel.PanelSpec.Place;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** The last minute in eight numbers. */
final class NowPanel implements Panel {

    private static final Duration MINUTE = Duration.ofSeconds(60);

    private static final PanelSpec SPEC = new PanelSpec(
            "now",
            "Now",
            "last 60 s shown",
            Kind.FACTS,
            Place.SIDE,
            List.of(),
            List.of(),
            new Explanation(
                    "The last 60 seconds of the stretch of time shown. Live and effective GOGC look at all of it, because"
                            + " collections that mark everything can be rarer. Effective GOGC: the value that Go's knob"
                            + " would need for collections to begin where these did.",
                    "Each number names its own when pointed at.",
                    "A number that cannot be measured here says why instead."));

    @Override
    public PanelSpec spec() {
        return SPEC;
    }

    @Override
    public PanelData data(View view) {
        Timeline timeline = view.shown();
        Interval window = view.window();
        if (timeline.covered().isEmpty()) {
            return new PanelData.Empty("The recording holds no data here yet");
        }
        Instant from = window.to().minus(MINUTE);
        Interval last = new Interval(from.isBefore(window.from()) ? window.from() : from, window.to());
        Timeline now = timeline.within(last);
        PauseStats pauses = PauseStats.of(now);
        StallStats stalls = StallStats.of(now);
        return new PanelData.Facts(List.of(
                number("pauses, max", "", pauses.max()),
                stalls(stalls),
                number("MMU 10 ms", "pauses alone", ratio(Mmu.ofPauses(now, Mmu.MS_10))),
                number(
                        "MMU 10 ms",
                        "with stalls",
                        ratio(Mmu.ofPausesAndStalls(now, MutatorThreads.of(view.all()), Mmu.MS_10))),
                number("GC CPU", "of the process", GcCpu.of(view.all(), last).shareOfProcess()),
                number("allocation", "", AllocationRate.of(view.all(), last).rate()),
                number("live", "", LiveSet.of(timeline).typical()),
                number("effective GOGC", "", EffectiveGogc.of(timeline).percent()),
                rss(timeline)));
    }

    private static Figure<Double> ratio(Figure<Double> mmu) {
        return mmu.map("ratio", share -> share);
    }

    private static Fact stalls(StallStats stalls) {
        if (stalls.count() instanceof Figure.Known<Long> count && stalls.max() instanceof Figure.Known<Long> max) {
            return new Fact(
                    "stalls, longest",
                    "",
                    List.of(Part.of(count.value(), "count"), Part.of(max.value(), "ns")),
                    "bad",
                    "",
                    count.instrument());
        }
        return stalls.count().optional().isEmpty() && stalls.sum().optional().isPresent()
                ? number("stalls", "thread time", stalls.sum())
                : number("stalls", "", stalls.count());
    }

    private static Fact rss(Timeline timeline) {
        List<ProcessMemorySample> all = timeline.memory();
        return all.isEmpty()
                ? Fact.missing(
                        "resident", "", "no reading of the process's memory in this recording: it needs the agent")
                : number("resident", "", Figure.known(all.get(all.size() - 1).rss(), "bytes", "VmRSS of procfs"));
    }

    public static Fact number(String label, String note, Figure<? extends Number> figure) {
        if (figure instanceof Figure.Known<? extends Number> k) {
            return new Fact(
                    label, note, List.of(Part.of(k.value().doubleValue(), k.unit())), "plain", "", k.instrument());
        }
        return Fact.missing(label, note, ((Figure.Missing<?>) figure).why());
    }
}
