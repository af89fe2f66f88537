package dev.tricolor.dashboard.analysis;

import dev.tricolor.dashboard.analysis.MarkCosts.Prediction;
import dev.tricolor.dashboard.gc.Collector;
import dev.tricolor.dashboard.gc.GoSettings;
import dev.tricolor.dashboard.gc.Interval;
import dev.tricolor.dashboard.gc.RuntimeInfo;
import dev.tricolor.dashboard.gc.Timeline;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.DoubleFunction;

/**
 * What a process's collections would cost at other values of Go's one knob, from what they cost at the present one.
 *
 * @param model how it is foretold
 * @param gogcNow where the process stands: Go's own setting where it is known, else the value that makes as many cycles
 * @param measured the costs that all follows from
 * @param measuredGcShare of the process's CPU, 0..1
 * @param rows one for each value of the knob
 * @param assumptions what must hold for it to be true, in sentences
 */
public record WhatIf(
        Figure<String> model,
        Figure<Double> gogcNow,
        Figure<MarkCosts> measured,
        Figure<Double> measuredGcShare,
        List<Prediction> rows,
        List<String> assumptions) {

    /** The values of the knob that are foretold. */
    public static final List<Integer> GOGC = List.of(25, 50, 75, 100, 150, 200, 300, 400, 800);

    private static final double MIB = 1 << 20;
    private static final double LEAST_GOGC = 1;
    private static final double MOST_GOGC = 100_000;
    private static final int BISECTIONS = 60;

    private static final List<String> GENERAL = List.of(
            "The live set, the allocation rate and the cost of one collection stay what they were in this run.",
            "Only collections that mark the whole heap count; their cost is the GC threads' CPU, without barriers and without"
                    + " what caches lose.",
            "GC CPU is a share of the process's CPU. Pauses and stalls are something else, and not foretold.");

    public static WhatIf of(Timeline timeline) {
        Figure<Interval> window = SessionSummary.measured(timeline);
        if (window instanceof Figure.Known<Interval> k) {
            return of(timeline, k.value());
        }
        return missing(((Figure.Missing<Interval>) window).why(), Figure.missing("nothing was recorded"), List.of());
    }

    private static WhatIf of(Timeline timeline, Interval window) {
        LiveSet live = LiveSet.of(timeline, window);
        Optional<String> young = young(timeline.runtime());
        if (young.isPresent()) {
            return missing(young.get(), EffectiveGogc.of(timeline, window).percent(), memoryOnly(live));
        }
        GcCpu cpu = GcCpu.of(timeline, window);
        AllocationRate allocation = AllocationRate.of(timeline, window);
        for (Figure<?> needed : List.of(live.typical(), allocation.total(), cpu.shareOfProcess(), cpu.process())) {
            if (needed instanceof Figure.Missing<?> m) {
                return missing(m.why(), EffectiveGogc.of(timeline, window).percent(), memoryOnly(live));
            }
        }
        if (live.marks().size() < 2) {
            return missing(
                    "one collection of the whole heap is too few to tell what one costs",
                    EffectiveGogc.of(timeline, window).percent(),
                    memoryOnly(live));
        }
        double process = cpu.process().optional().orElseThrow() / 1e9;
        double gc = cpu.shareOfProcess().optional().orElseThrow() * process;
        MarkCosts costs = new MarkCosts(
                live.typical().optional().orElseThrow(),
                allocation.total().optional().orElseThrow(),
                Nanos.length(window) / 1e9,
                live.marks().size(),
                gc,
                process - gc,
                (int) timeline.runtime().processors().orElse(1));
        return of(costs, timeline, window, cpu.shareOfProcess());
    }

    private static WhatIf of(MarkCosts measured, Timeline timeline, Interval window, Figure<Double> share) {
        MarkCosts costs = measured;
        if (!(costs.liveBytes() > 0
                && costs.allocatedBytes() > 0
                && costs.gcCpuSeconds() > 0
                && costs.programCpuSeconds() > 0)) {
            return missing(
                    "the live set, the allocation or the CPU of the collector was too small to be measured",
                    Figure.missing("too little was measured"),
                    List.of());
        }
        boolean go = timeline.runtime().collector() == Collector.GO;
        List<String> assumptions = new ArrayList<>(GENERAL);
        assumptions.add(
                go
                        ? "Go's pacer as in 1.26, with all of the live set to be scanned and allocation spread evenly."
                        : "Cycles begin when the heap has grown by GOGC percent of what is live, as if the collector had Go's"
                                + " knob; this JVM's own heuristics decide otherwise.");
        OptionalInt set = timeline.go().settings().gogc();
        Figure<Double> now = go && set.orElse(GoSettings.OFF) > 0
                ? Figure.known((double) set.getAsInt(), "%", "the process's own GOGC")
                : Figure.known(
                        costs.equivalentGogc(),
                        "%",
                        "bytes allocated from one collection of the whole heap to the next, against what is live");
        int anchor = (int) Math.round(now.optional().orElseThrow());
        if (go) {
            Optional<Double> traced = reachable(timeline, window).filter(bytes -> bytes > 0);
            costs = traced.map(measured::reachable).orElseGet(() -> measured.reachableOf(measured.liveBytes(), anchor));
            assumptions.add(String.format(
                    Locale.ROOT,
                    "Of the %.1f MiB that a cycle marks, %.1f MiB are reachable; the rest was allocated while it marked (%s).",
                    measured.liveBytes() / MIB,
                    costs.liveBytes() / MIB,
                    traced.isPresent()
                            ? "gctrace: by how much the heap grew meanwhile"
                            : "from the pacer's model, for want of a gctrace"));
        }
        MarkCosts fitted = costs;
        List<Prediction> rows = GOGC.stream()
                .map(g -> go ? fitted.byThePacer(g, anchor) : fitted.byTheGuide(g))
                .toList();
        return new WhatIf(
                Figure.known(go ? "Go's pacer" : "the formula of Go's guide", "", "docs/go-lab.md"),
                now,
                Figure.known(fitted, "", "live set, allocation and GC CPU of this session; see the Session page"),
                share,
                rows,
                List.copyOf(assumptions));
    }

    /** Bytes, median over the window's cycles: what each marked, less what the heap grew by while it did. */
    private static Optional<Double> reachable(Timeline timeline, Interval window) {
        List<Double> bytes = timeline.go().cycles().stream()
                .filter(c -> window.contains(c.end()))
                .map(c -> (double) Math.max(0, c.markedBytes() - Math.max(0, c.endBytes() - c.startBytes())))
                .toList();
        return bytes.isEmpty() ? Optional.empty() : Optional.of(EffectiveGogc.median(bytes));
    }

    /** The heap, and the GOGC that makes it, at which collections take this share of the CPU, 0..1. */
    public Figure<Prediction> forGcShare(double share) {
        if (!(share > 0 && share < 1)) {
            return Figure.missing("a share of the CPU lies between 0 and 100 %");
        }
        if (measured instanceof Figure.Missing<MarkCosts> m) {
            return Figure.missing(m.why());
        }
        MarkCosts costs = measured.optional().orElseThrow();
        boolean go = model.optional().filter("Go's pacer"::equals).isPresent();
        int anchor = (int) Math.round(gogcNow.optional().orElseThrow());
        DoubleFunction<Prediction> at = g -> go ? costs.byThePacer((int) Math.round(g), anchor) : costs.byTheGuide(g);
        double least = LEAST_GOGC;
        double most = go ? 10_000 : MOST_GOGC;
        if (at.apply(most).gcShare() > share || at.apply(least).gcShare() < share) {
            return Figure.missing("no GOGC from " + (int) least + " to " + (int) most + " comes to that");
        }
        for (int i = 0; i < BISECTIONS && most / least > 1.002; i++) {
            double middle = Math.sqrt(least * most);
            if (at.apply(middle).gcShare() > share) {
                least = middle;
            } else {
                most = middle;
            }
        }
        return Figure.known(at.apply(most), "", "the same model, by bisection");
    }

    private static Optional<String> young(RuntimeInfo runtime) {
        return switch (runtime.collector()) {
            case EPSILON -> Optional.of("Epsilon never collects");
            case SERIAL, PARALLEL, G1, SHENANDOAH_GENERATIONAL ->
                Optional.of(
                        "this collector works in generations: most of its CPU goes into young collections, whose cost follows"
                                + " the survivors and not the live set, and is not measured apart from that of whole collections");
            case ZGC ->
                runtime.generational().orElse(true)
                        ? Optional.of(
                                "ZGC works in generations here: its young collections' CPU is not measured apart, and the"
                                        + " model does not hold for it")
                        : Optional.empty();
            default -> Optional.empty();
        };
    }

    /** The heap that each setting would ask for is known as soon as the live set is. */
    private static List<Prediction> memoryOnly(LiveSet live) {
        return live.typical()
                .optional()
                .map(bytes -> GOGC.stream()
                        .map(g -> new Prediction(g, bytes * (1 + g / 100.0), Double.NaN, Double.NaN))
                        .toList())
                .orElse(List.of());
    }

    private static WhatIf missing(String why, Figure<Double> gogcNow, List<Prediction> rows) {
        return new WhatIf(Figure.missing(why), gogcNow, Figure.missing(why), Figure.missing(why), rows, GENERAL);
    }
}
