package dev.tricolor.dashboard.web.contrast;

import dev.tricolor.dashboard.analysis.CyclePart;
import dev.tricolor.dashboard.analysis.Figure;
import dev.tricolor.dashboard.analysis.TypicalCycle;
import dev.tricolor.dashboard.gc.Collector;
import dev.tricolor.dashboard.gc.Cycle;
import dev.tricolor.dashboard.gc.RuntimeInfo;
import dev.tricolor.dashboard.web.contrast.cards.Algorithms;
import dev.tricolor.dashboard.web.panel.PanelData;
import dev.tricolor.dashboard.web.panel.PanelSpec;
import dev.tricolor.dashboard.web.panel.PanelSpec.Axis;
import dev.tricolor.dashboard.web.panel.PanelSpec.Explanation;
import dev.tricolor.dashboard.web.panel.PanelSpec.Kind;
import dev.tricolor.dashboard.web.panel.PanelSpec.Place;
import dev.tricolor.dashboard.web.panel.PanelSpec.Role;
import dev.tricolor.dashboard.web.panel.PanelSpec.Scale;
import dev.tricolor.dashboard.web.panel.PanelSpec.Series;
import dev.tricolor.dashboard.web.panel.Ribbon;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

/** The cycle ribbon: a typical collection of each collector, all on one time axis. */
final class RibbonOverlay {

    static final String ID = "ribbon";

    private RibbonOverlay() {}

    static PanelSpec spec(List<Subject> subjects) {
        return new PanelSpec(
                ID,
                "One collection, to scale",
                "the median one of each kind, from its start",
                Kind.RIBBON,
                Place.WIDE,
                List.of(new Axis(Scale.LINEAR, "ns", "from the collection's start")),
                subjects.stream()
                        .map(s -> new Series(s.key(), s.label(), Role.COLLECTOR, false, s.key()))
                        .toList(),
                new Explanation(
                        "A real collection of each kind: the one of median duration among those that lie whole in the run. The"
                                + " warm parts stop the application, in the cool ones the collector works beside it (pale: memory"
                                + " is swept bit by bit as it is asked for), the thin bar below says when threads were held up. A"
                                + " thin line: under way, but no phase reported. All lie on one axis; a part narrower than 1.5"
                                + " pixels is drawn 1.5 pixels wide, because it would vanish otherwise. Full collections are drawn"
                                + " for Serial and Parallel, elsewhere only where nothing else occurred. A G1 marking is drawn from"
                                + " the young pause that starts it.",
                        "JVM: jdk.GarbageCollection, jdk.GCPhasePause, jdk.GCPhaseConcurrent and jdk.ZAllocationStall over the"
                                + " workload's run. Go: the runtime's gctrace.",
                        "How many processors a cool part used (see GC CPU), how often it happens, what barriers cost, and"
                                + " Shenandoah's waiting threads, which it does not report. One collection is an example, not a"
                                + " distribution: the shortest and the longest of its kind stand beside it."));
    }

    static PanelData data(List<Subject> subjects) {
        return new Ribbon(subjects.stream().map(RibbonOverlay::lane).toList());
    }

    private static Ribbon.Lane lane(Subject s) {
        RuntimeInfo runtime = s.timeline().runtime();
        String algorithm = Algorithms.idOf(runtime);
        Figure<List<TypicalCycle>> typical = TypicalCycle.of(s.timeline());
        if (typical instanceof Figure.Missing<List<TypicalCycle>> m) {
            return new Ribbon.Lane(s.key(), algorithm, List.of(), "", m.why());
        }
        List<TypicalCycle> cycles = typical.optional().orElse(List.of());
        return new Ribbon.Lane(
                s.key(), algorithm, cycles.stream().map(c -> bar(c, runtime)).toList(), others(s, cycles), "");
    }

    private static Ribbon.Bar bar(TypicalCycle t, RuntimeInfo runtime) {
        Cycle c = t.cycle();
        return new Ribbon.Bar(
                kind(c.kind(), runtime),
                c.name(),
                c.cause(),
                c.gcId(),
                t.count(),
                t.lengthNs(),
                t.shortestNs(),
                t.longestNs(),
                t.extent().length().toNanos(),
                t.stoppedNs(),
                t.besideNs(),
                t.stalledNs(),
                t.parts().stream().map(p -> part(p, t.extent().from())).toList());
    }

    private static Ribbon.Part part(CyclePart p, Instant start) {
        return new Ribbon.Part(
                p.role().name().toLowerCase(Locale.ROOT),
                Duration.between(start, p.at()).toNanos(),
                p.duration().toNanos(),
                p.own() || p.role() == CyclePart.Role.STALL ? p.name() : p.name() + " of another collection");
    }

    /** The field's word for a kind, which differs between collectors. */
    private static String kind(Cycle.Kind kind, RuntimeInfo runtime) {
        boolean generations = runtime.generational().orElse(false);
        return switch (kind) {
            case YOUNG -> runtime.collector() == Collector.ZGC ? "minor" : "young";
            case OLD -> runtime.collector() == Collector.G1 ? "marking" : "old";
            case FULL -> "full";
            case GLOBAL -> runtime.collector() == Collector.ZGC && generations ? "major" : "whole heap";
        };
    }

    private static String others(Subject s, List<TypicalCycle> drawn) {
        boolean fullIsDrawn = drawn.stream().anyMatch(t -> t.cycle().kind() == Cycle.Kind.FULL);
        long full = s.summary().cycles().full().optional().orElse(0L);
        return full == 0 || fullIsDrawn ? "" : full + " full, not drawn";
    }
}
