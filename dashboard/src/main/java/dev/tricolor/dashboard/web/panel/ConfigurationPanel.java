package dev.tricolor.dashboard.web.panel;

import dev.tricolor.dashboard.gc.Collector;
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

    @Override
    public PanelSpec spec() {
        return SPEC;
    }

    @Override
    public PanelData data(View view) {
        RuntimeInfo r = view.all().runtime();
        if (r.equals(RuntimeInfo.UNKNOWN)) {
            return new PanelData.Empty("The recording has not said yet what runs");
        }
        List<Fact> rows = new ArrayList<>();
        rows.add(Fact.text("collector", collector(r)));
        rows.add(r.version().isEmpty() ? Fact.missing("JVM", "", "not said yet") : Fact.text("JVM", r.version()));
        rows.add(number("heap, initial", r.initialHeap(), "bytes"));
        rows.add(number("heap, max", r.maxHeap(), "bytes"));
        rows.add(number("processors", r.processors(), "count"));
        if (!r.arguments().isEmpty()) {
            rows.add(Fact.text("arguments", String.join(" ", r.arguments())));
        }
        List<Fact> more = new ArrayList<>();
        r.facts().forEach((label, value) -> more.add(Fact.text(label, value)));
        return new PanelData.Facts(List.copyOf(rows), List.copyOf(more));
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

    private static Fact number(String label, OptionalLong value, String unit) {
        return value.isPresent()
                ? new Fact(label, "", List.of(Part.of((double) value.getAsLong(), unit)), "plain", "", "")
                : Fact.missing(label, "", "the recording has not said it");
    }
}
