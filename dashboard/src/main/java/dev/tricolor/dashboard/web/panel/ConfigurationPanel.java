package dev.tricolor.dashboard.web.panel;

import dev.tricolor.dashboard.gc.Collector;
import dev.tricolor.dashboard.gc.GoMetric;
import dev.tricolor.dashboard.gc.GoSettings;
import dev.tricolor.dashboard.gc.GoTimeline;
import dev.tricolor.dashboard.gc.RuntimeInfo;
import dev.tricolor.dashboard.web.panel.PanelData.Fact;
import dev.tricolor.dashboard.web.panel.PanelData.Part;
import dev.tricolor.dashboard.web.panel.PanelSpec.Explanation;
import dev.tricolor.dashboard.web.panel.PanelSpec.Kind;
import dev.tricolor.dashboard.web.panel.PanelSpec.Place;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/** What runs, with which settings. */
public final class ConfigurationPanel implements Panel {

    private static final PanelSpec SPEC = new PanelSpec(
            "configuration",
            "Configuration",
            "",
            Kind.FACTS,
            Place.SIDE,
            List.of(),
            List.of(),
            new Explanation(
                    "What the JVM says of itself: collector, heap bounds, processors, arguments.",
                    "jdk.GCConfiguration, jdk.GCHeapConfiguration, jdk.JVMInformation, jdk.CPUInformation.",
                    "Values that look like secrets are masked. Environment variables and system properties are never"
                            + " recorded."));

    private static final PanelSpec GO = SPEC.in(
            SPEC.subtitle(),
            new Explanation(
                    "What runs and how its collector is set: GOGC, the memory limit, GOMAXPROCS.",
                    "The Go agent, watch or import, in the log's first line; /gc/gogc:percent and /gc/gomemlimit:bytes of runtime/metrics since.",
                    "The program's own arguments and its environment are not shown."));

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
        RuntimeInfo r = view.all().runtime();
        if (r.equals(RuntimeInfo.UNKNOWN)) {
            return new PanelData.Empty("The recording has not said yet what runs");
        }
        List<Fact> rows = new ArrayList<>();
        rows.add(Fact.text("collector", collector(r)));
        if (r.collector() == Collector.GO) {
            return new PanelData.Facts(go(rows, r, view.all().go()), more(r));
        }
        rows.add(r.version().isEmpty() ? Fact.missing("JVM", "", "not said yet") : Fact.text("JVM", r.version()));
        rows.add(number("heap, initial", r.initialHeap(), "bytes"));
        rows.add(number("heap, max", r.maxHeap(), "bytes"));
        rows.add(number("processors", r.processors(), "count"));
        if (!r.arguments().isEmpty()) {
            rows.add(Fact.text("arguments", String.join(" ", r.arguments())));
        }
        return new PanelData.Facts(List.copyOf(rows), more(r));
    }

    private static List<Fact> more(RuntimeInfo r) {
        List<Fact> more = new ArrayList<>();
        r.facts().forEach((label, value) -> more.add(Fact.text(label, value)));
        return List.copyOf(more);
    }

    private static List<Fact> go(List<Fact> rows, RuntimeInfo r, GoTimeline told) {
        GoSettings knobs = told.settings();
        rows.add(r.version().isEmpty() ? Fact.missing("Go", "", "not told") : Fact.text("Go", r.version()));
        rows.add(knobs.gogcInWords()
                .map(gogc -> Fact.text("GOGC", gogc))
                .orElseGet(() -> Fact.missing("GOGC", "", "not told")));
        rows.add(
                knobs.memoryLimit().isPresent()
                        ? new Fact(
                                "GOMEMLIMIT",
                                "",
                                List.of(Part.of((double) knobs.memoryLimit().getAsLong(), "bytes")),
                                "plain",
                                "",
                                "")
                        : noLimit(told));
        rows.add(number("GOMAXPROCS", r.processors(), "count"));
        rows.add(knobs.greenTea()
                .map(on -> Fact.text("Green Tea", on ? "on" : "off"))
                .orElseGet(() -> Fact.missing("Green Tea", "", "the program does not tell")));
        return List.copyOf(rows);
    }

    /** The collector's name with what it says of generations. */
    public static String collector(RuntimeInfo r) {
        String label = r.collector() == Collector.SHENANDOAH_GENERATIONAL
                ? Collector.SHENANDOAH.label()
                : r.collector().label();
        if (r.generational().isEmpty() || !r.collector().concurrent()) {
            return label;
        }
        return label + (r.generational().get() ? ", generational" : ", single generation");
    }

    private static Fact noLimit(GoTimeline told) {
        return told.readings(GoMetric.MEMORY_LIMIT).isEmpty()
                ? Fact.missing("GOMEMLIMIT", "", "none is set, or the log does not tell")
                : Fact.text("GOMEMLIMIT", "none");
    }

    private static Fact number(String label, OptionalLong value, String unit) {
        return value.isPresent()
                ? new Fact(label, "", List.of(Part.of((double) value.getAsLong(), unit)), "plain", "", "")
                : Fact.missing(label, "", "the recording has not said it");
    }
}
