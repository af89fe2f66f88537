package dev.tricolor.dashboard.web.matrix;

import dev.tricolor.dashboard.gc.Collector;
import dev.tricolor.dashboard.results.GoTuning;
import dev.tricolor.dashboard.results.Setup;
import java.util.Arrays;

/** What a setup is called on pages, and its collector. */
final class Names {
    private Names() {}

    /** Such as {@code G1 17}: the setup's own label with the collector's name as pages write it. */
    static String label(Setup s) {
        Collector c = collector(s);
        return c.id().equals(s.collector()) && s.label().startsWith(s.collector())
                ? c.label() + s.label().substring(s.collector().length())
                : s.label();
    }

    /** What a curve over memory is called: without what differs along it. */
    static String curve(Setup s) {
        GoTuning go = GoTuning.of(s.tuning());
        if (go == null) {
            return label(s);
        }
        return collector(s).label() + " " + s.runtime()
                + (go.greenTea().isEmpty() ? "" : ", Green Tea " + go.greenTea())
                + (go.limitBytes() > 0 ? ", by limit" : ", by GOGC");
    }

    /** By its id, else by what its id begins with: {@code zgc-generational} is ZGC. */
    static Collector collector(Setup s) {
        return Arrays.stream(Collector.values())
                .filter(c -> c.id().equals(s.collector()))
                .findFirst()
                .orElseGet(() -> Arrays.stream(Collector.values())
                        .filter(c -> s.collector().startsWith(c.id() + "-"))
                        .findFirst()
                        .orElse(Collector.UNKNOWN));
    }

    /** What runs the work: setups of different runtimes have no minimum distilled cost in common. */
    static String runtime(Setup s) {
        return s.runtime();
    }
}
