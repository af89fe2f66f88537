package dev.tricolor.dashboard.evidence;

import dev.tricolor.dashboard.analysis.Figure;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Lower bound overhead of a collector (Cai, Blackburn, Bond and Maas, "Distilling the Real Cost of Production Garbage
 * Collectors", ISPASS 2022): what a run cost over the least that the same work is seen to cost when all explicit work of
 * the collector is taken away.
 *
 * <p>distilled = total − explicit GC; MDC, the minimum distilled cost, is the least mean of it over all setups of the same
 * workload on the same JDK; LBO = total / MDC. In time, total is the elapsed time and explicit GC the stopped time; in CPU,
 * the process's CPU time and that of the GC threads. A bound, since the setup that is least still pays for barriers and
 * for its heap's layout.
 */
final class Lbo {
    private final Metric total;
    private final Metric explicit;
    private final String name;

    private Lbo(String name, Metric total, Metric explicit) {
        this.name = name;
        this.total = total;
        this.explicit = explicit;
    }

    static final Lbo TIME = new Lbo("time", Metrics.ELAPSED, Metrics.PAUSE_SUM);
    static final Lbo CPU = new Lbo("CPU", Metrics.PROCESS_CPU, Metrics.GC_CPU);

    /**
     * The least of the mean distilled costs.
     *
     * @param ns the cost
     * @param setup whose it is
     */
    record Minimum(double ns, String setup) {}

    /** Over the setups of one workload on one JDK; missing where none has both total and explicit cost. */
    Figure<Minimum> minimum(List<Invocations> comparable) {
        Minimum least = null;
        for (Invocations each : comparable) {
            double[] distilled = distilled(each);
            if (each.setup().control() || distilled.length == 0) {
                continue;
            }
            double mean = Estimate.of(distilled).mean();
            if (mean > 0 && (least == null || mean < least.ns())) {
                least = new Minimum(mean, each.setup().label());
            }
        }
        return least == null
                ? Figure.missing("no setup has both " + total.label() + " and " + explicit.label())
                : Figure.known(
                        least,
                        "ns",
                        "the least mean of " + total.label() + " − " + explicit.label() + ", by invocation");
    }

    /** The overhead, from 1, of one setup against that minimum. */
    Figure<Estimate> of(Invocations each, Figure<Minimum> minimum) {
        if (!(minimum instanceof Figure.Known<Minimum> known)) {
            return Figure.missing(((Figure.Missing<Minimum>) minimum).why());
        }
        double[] totals = each.readings(total).values().stream()
                .mapToDouble(v -> v / known.value().ns())
                .toArray();
        if (totals.length == 0) {
            return Figure.missing("no " + total.label() + ": " + each.outcomes());
        }
        return Figure.known(
                Estimate.of(totals),
                "ratio",
                "lower bound overhead in " + name + ": " + total.label() + " over the least distilled cost, that of "
                        + known.value().setup());
    }

    private double[] distilled(Invocations each) {
        Map<Integer, Double> totals = new TreeMap<>(each.readings(total));
        Map<Integer, Double> costs = each.readings(explicit);
        List<Double> values = new ArrayList<>();
        totals.forEach((invocation, ns) -> {
            Double cost = costs.get(invocation);
            if (cost != null) {
                values.add(ns - cost);
            }
        });
        return values.stream().mapToDouble(Double::doubleValue).toArray();
    }
}
