package dev.tricolor.dashboard.evidence;

import dev.tricolor.dashboard.analysis.Figure;
import dev.tricolor.dashboard.results.Setup;
import java.util.List;
import java.util.Locale;

/**
 * How far two equal setups of a run differ: the baseline against itself, at one workload and heap.
 *
 * @param throughput of the control over that of its double; missing without a pair of finished runs
 */
public record AaControl(Setup setup, Figure<Ratio> throughput) {

    /** One for each workload and heap; none in a run without a control. */
    public static List<AaControl> of(RunEvidence evidence) {
        return evidence.setups().stream()
                .filter(s -> s.setup().control())
                .map(s -> new AaControl(
                        s.setup(), s.ratios().getOrDefault(Metrics.THROUGHPUT.id(), Figure.missing("not asked for"))))
                .toList();
    }

    /** What it says of small differences, in words. */
    public String words() {
        if (!(throughput instanceof Figure.Known<Ratio> known)) {
            return "no pair of finished runs";
        }
        Ratio ratio = known.value();
        if (!ratio.hasInterval()) {
            return "a single pair, no interval";
        }
        String interval = String.format(
                Locale.ROOT, "throughput ratio %.3f, 95 %% CI %.3f to %.3f", ratio.value(), ratio.low(), ratio.high());
        double reach = 100 * Math.max(ratio.high() - 1, 1 - ratio.low());
        return interval
                + (ratio.withinNoise()
                        ? String.format(
                                Locale.ROOT, ", contains 1; differences below %.0f %% can't be told from chance", reach)
                        : ", does not contain 1: equal setups differed, so don't believe small differences");
    }
}
