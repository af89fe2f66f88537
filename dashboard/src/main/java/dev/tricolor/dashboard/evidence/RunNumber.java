package dev.tricolor.dashboard.evidence;

import dev.tricolor.dashboard.analysis.Figure;
import dev.tricolor.dashboard.results.Setup;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One number of one setup of a run, for programs: a line of {@code numbers.csv}.
 *
 * @param setup such as {@code churn/g1-17/536870912}
 * @param label such as {@code g1 17}
 * @param headroom the heap as a multiple of the smallest under G1; null where that was not looked for
 * @param invocations that ended well
 * @param outcomes of all, in words
 * @param metric such as {@code gc-cpu-share}, {@code lbo-time}
 * @param unit as in {@link Figure.Known#unit()}
 * @param n invocations that have this number
 * @param mean null where {@code missing} says why
 * @param low of the 95 % interval; null for a single invocation
 * @param high of the 95 % interval; null for a single invocation
 * @param ratio to the baseline; null where there is none
 * @param ratioLow of its 95 % interval; null for a single pair
 * @param ratioHigh of its 95 % interval; null for a single pair
 * @param verdict of the ratio in words, such as {@code within noise}; empty where there is none
 * @param missing why there is no mean; empty where there is one
 */
public record RunNumber(
        String workload,
        String setup,
        String label,
        String collector,
        long heapBytes,
        @Nullable Double headroom,
        boolean control,
        boolean baseline,
        int invocations,
        String outcomes,
        String metric,
        String unit,
        int n,
        @Nullable Double mean,
        @Nullable Double low,
        @Nullable Double high,
        @Nullable Double ratio,
        @Nullable Double ratioLow,
        @Nullable Double ratioHigh,
        String verdict,
        String missing) {

    /** All of a run: each setup with each metric, then its lower bound overheads. */
    public static List<RunNumber> of(RunEvidence evidence) {
        List<RunNumber> all = new ArrayList<>();
        for (SetupEvidence each : evidence.setups()) {
            for (Metric m : evidence.metrics()) {
                all.add(of(each, m.id(), m.unit(), figure(each.metrics(), m.id()), figure(each.ratios(), m.id())));
            }
            Figure<Ratio> none = Figure.missing("");
            all.add(of(each, "lbo-time", "ratio", each.lboTime(), none));
            all.add(of(each, "lbo-cpu", "ratio", each.lboCpu(), none));
        }
        return List.copyOf(all);
    }

    private static <T> Figure<T> figure(Map<String, Figure<T>> by, String metric) {
        return by.getOrDefault(metric, Figure.missing("not asked for"));
    }

    private static RunNumber of(
            SetupEvidence each, String metric, String unit, Figure<Estimate> figure, Figure<Ratio> against) {
        Setup s = each.setup();
        @Nullable Estimate e = figure.optional().orElse(null);
        @Nullable Ratio r = against.optional().orElse(null);
        return new RunNumber(
                s.workload(),
                each.key(),
                each.label(),
                s.collector(),
                s.heapBytes(),
                each.headroom().optional().orElse(null),
                s.control(),
                each.baseline(),
                each.ok(),
                each.outcomes(),
                metric,
                unit,
                e == null ? 0 : e.n(),
                e == null ? null : e.mean(),
                e == null ? null : finite(e.low()),
                e == null ? null : finite(e.high()),
                r == null ? null : r.value(),
                r == null ? null : finite(r.low()),
                r == null ? null : finite(r.high()),
                r == null ? "" : r.words(),
                figure instanceof Figure.Missing<Estimate> m ? m.why() : "");
    }

    private static @Nullable Double finite(double v) {
        return Double.isFinite(v) ? v : null;
    }
}
