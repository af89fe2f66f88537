package dev.tricolor.dashboard.web.panel;

import dev.tricolor.dashboard.analysis.Figure;
import dev.tricolor.dashboard.analysis.KnobCost;
import dev.tricolor.dashboard.gc.Collector;
import dev.tricolor.dashboard.gc.GoMetric;
import dev.tricolor.dashboard.gc.GoMetricSample;
import dev.tricolor.dashboard.gc.KnobChange;
import dev.tricolor.dashboard.gc.KnobRefusal;
import dev.tricolor.dashboard.gc.KnobState;
import dev.tricolor.dashboard.gc.Timeline;
import dev.tricolor.dashboard.web.panel.PanelData.Fact;
import dev.tricolor.dashboard.web.panel.PanelData.Part;
import dev.tricolor.dashboard.web.panel.PanelSpec.Explanation;
import dev.tricolor.dashboard.web.panel.PanelSpec.Kind;
import dev.tricolor.dashboard.web.panel.PanelSpec.Place;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/** The knob while the application runs: where it stands, what the agent's loop does, and what it costs. */
final class KnobPanel implements Panel {

    static final String ID = "knob";

    /** So many times the collections, or such a share of the machine for the collector, deserve a warning. */
    private static final double MANY = 10;

    private static final double MUCH = 0.1;

    /** A refusal is news for this long. */
    private static final Duration NEWS = Duration.ofSeconds(60);

    private static final String AGENT =
            "tricolor.KnobState: the agent's own samples of the heap, some hundred a second";

    private static final PanelSpec SPEC = new PanelSpec(
            ID,
            "Knob",
            "GOGC, while it runs",
            Kind.FACTS,
            Place.SIDE,
            List.of(),
            List.of(),
            new Explanation(
                    "GOGC 100 lets the heap grow to twice what is live before it is collected, as Go does; 50 to one and a half"
                            + " times. Less memory costs more collections and more of the collector's CPU: both are below,"
                            + " for the 10 s before the knob was turned and the last 10 s. Restore puts back what was there when"
                            + " the agent attached.",
                    "tricolor.KnobChange and tricolor.KnobState for what was set and what the agent measured;"
                            + " jdk.GarbageCollection and tricolor.ThreadGroupCpu for what it costs.",
                    "Live is the lowest heap use since the fourth last full marking: what was allocated while it was"
                            + " marked, and holes in ZGC's pages, are in it. A peak between two samples is missed."));

    private static final PanelSpec GO = new PanelSpec(
            ID,
            SPEC.title(),
            SPEC.subtitle(),
            Kind.FACTS,
            Place.SIDE,
            List.of(),
            List.of(),
            new Explanation(
                    "GOGC 100 lets the heap grow to twice what is live before marking must have ended; 50 to one and a half times."
                            + " Less memory costs more cycles and more of the collector's CPU: both are below, for the 10 s"
                            + " before the knob was turned and the last 10 s. A memory limit makes the goal smaller where all of"
                            + " the runtime's memory would go beyond it. Restore puts back what was there before the first change.",
                    "knob lines of the log: what the agent set, and what it found that the program had set. Goal and live:"
                            + " /gc/heap/goal:bytes and /gc/heap/live:bytes.",
                    "Go's goal counts stacks and globals too, and is 4 MiB · GOGC / 100 at least. Live is what the last cycle"
                            + " marked, with what was allocated meanwhile."));

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
        Timeline t = view.all();
        boolean go = t.runtime().collector() == Collector.GO;
        Instant until = view.window().to();
        List<Fact> rows = new ArrayList<>();
        KnobCost cost = KnobCost.of(t, until);
        cost.turned().ifPresent(c -> rows.add(turned(c, go)));
        boolean on = cost.turned().filter(c -> !c.newValue().equals("off")).isPresent();
        if (on) {
            t.knobStates().stream()
                    .filter(s -> !s.at().isAfter(until))
                    .reduce((first, later) -> later)
                    .ifPresent(s -> state(s, rows));
        }
        if (go && cost.turned().isPresent()) {
            rows.add(reading(t, GoMetric.HEAP_GOAL, "goal", "of the next cycle", until));
            rows.add(reading(t, GoMetric.HEAP_LIVE, "live", "last marked", until));
        }
        if (cost.turned().isPresent()) {
            rows.add(sides(
                    "collections",
                    "before → now",
                    cost.before().collectionsPerSecond(),
                    cost.now().collectionsPerSecond()));
            rows.add(sides(
                    "GC CPU",
                    "of the machine",
                    cost.before().gcShareOfMachine(),
                    cost.now().gcShareOfMachine()));
            rows.add(sides(
                    "heap peak",
                    go ? "in use" : "at collections",
                    cost.before().peak(),
                    cost.now().peak()));
            warning(cost).ifPresent(rows::add);
        }
        t.knobRefusals().stream()
                .filter(r -> r.at().isAfter(until.minus(NEWS)) && !r.at().isAfter(until))
                .reduce((first, later) -> later)
                .ifPresent(r -> rows.add(refused(r, go)));
        return rows.isEmpty() ? new PanelData.Empty("Nobody has turned it in this session") : new PanelData.Facts(rows);
    }

    private static Fact turned(KnobChange c, boolean go) {
        return new Fact(
                c.name(),
                "by " + c.who(),
                List.of(new Part(KnobMarks.fromTo(c), Double.NaN, "")),
                "plain",
                "",
                go ? "a knob line of the log" : "tricolor.KnobChange");
    }

    private static Fact reading(Timeline t, GoMetric metric, String label, String note, Instant until) {
        Optional<GoMetricSample> last = t.go().readings(metric).stream()
                .filter(s -> !s.at().isAfter(until))
                .reduce((first, later) -> later);
        if (last.isEmpty()) {
            return Fact.missing(label, note, "no " + metric.id() + " in this log");
        }
        Part value = last.get().unbounded()
                ? new Part("no bound", Double.NaN, "")
                : Part.of(last.get().value(), "bytes");
        return new Fact(label, note, List.of(value), "plain", "", metric.id());
    }

    private static void state(KnobState s, List<Fact> rows) {
        rows.add(bytes("goal", "live · (1 + GOGC/100)", s.goal()));
        rows.add(bytes("peak", "last window", s.peak()));
        rows.add(bytes("live", "", s.live()));
        rows.add(share("GC CPU", "as the loop sees it", s.gcCpu()));
        boolean bad = s.state().startsWith("held") || s.state().startsWith("floor");
        rows.add(new Fact(
                "loop",
                "",
                List.of(new Part(KnobWords.of(s.state()), Double.NaN, "")),
                bad ? "bad" : "plain",
                "",
                AGENT));
    }

    private static Fact bytes(String label, String note, OptionalLong value) {
        return value.isPresent()
                ? new Fact(label, note, List.of(Part.of((double) value.getAsLong(), "bytes")), "plain", "", AGENT)
                : Fact.missing(label, note, "no full marking yet");
    }

    private static Fact share(String label, String note, OptionalDouble value) {
        return value.isPresent()
                ? new Fact(label, note, List.of(Part.of(value.getAsDouble(), "share")), "plain", "", AGENT)
                : Fact.missing(label, note, "this platform does not tell the CPU of the collector's threads");
    }

    private static Optional<Fact> warning(KnobCost cost) {
        List<String> parts = new ArrayList<>();
        if (cost.before().collectionsPerSecond() instanceof Figure.Known<Double> b
                && cost.now().collectionsPerSecond() instanceof Figure.Known<Double> n
                && b.value() > 0
                && n.value() >= MANY * b.value()) {
            parts.add("collects " + Math.round(n.value() / b.value()) + " times as often as before");
        }
        if (cost.now().gcShareOfMachine() instanceof Figure.Known<Double> n && n.value() >= MUCH) {
            parts.add("the collector uses " + Math.round(100 * n.value()) + " % of the machine");
        }
        return parts.isEmpty()
                ? Optional.empty()
                : Optional.of(new Fact(
                        "warning",
                        "",
                        List.of(new Part(String.join("; ", parts), Double.NaN, "")),
                        "bad",
                        "",
                        "from the two rows above"));
    }

    private static Fact refused(KnobRefusal r, boolean go) {
        return new Fact(
                "refused",
                (r.name() + " " + r.value()).strip(),
                List.of(new Part(r.why(), Double.NaN, "")),
                "bad",
                "",
                go ? "a knob line, written by the agent" : "tricolor.KnobChange, written by the agent");
    }

    /** Two readings of one thing; where the first is missing, what is there now is still worth showing. */
    private static Fact sides(
            String label, String note, Figure<? extends Number> before, Figure<? extends Number> now) {
        if (!(now instanceof Figure.Known<? extends Number> n)) {
            return Fact.missing(label, note, ((Figure.Missing<?>) now).why());
        }
        List<Part> parts = new ArrayList<>();
        if (before instanceof Figure.Known<? extends Number> b) {
            parts.add(Part.of(b.value().doubleValue(), b.unit()));
        } else {
            parts.add(new Part("not recorded", Double.NaN, ""));
        }
        parts.add(new Part("→", n.value().doubleValue(), n.unit()));
        return new Fact(label, note, List.copyOf(parts), "plain", "", n.instrument());
    }
}
