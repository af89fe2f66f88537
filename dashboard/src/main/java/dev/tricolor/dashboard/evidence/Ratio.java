package dev.tricolor.dashboard.evidence;

import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * One setup against the baseline, with a 95 % confidence interval.
 *
 * @param value the geometric mean of the invocations' ratios
 * @param low of the interval; NaN where one pair leaves it open
 * @param high of the interval; NaN where one pair leaves it open
 * @param n pairs of invocations
 */
public record Ratio(double value, double low, double high, int n) {

    /**
     * From the values of both by invocation. Invocations are interleaved, so the same number means the same stretch of time
     * and each pair's ratio leaves out what the machine did to both: mean and Student interval of ln(a/b), taken back by exp.
     *
     * @param of values above 0 by invocation
     * @param against the baseline's
     * @throws IllegalArgumentException where no invocation has both
     */
    public static Ratio of(Map<Integer, Double> of, Map<Integer, Double> against) {
        TreeMap<Integer, Double> logs = new TreeMap<>();
        of.forEach((invocation, value) -> {
            Double base = against.get(invocation);
            if (base != null && base > 0 && value > 0) {
                logs.put(invocation, Math.log(value / base));
            }
        });
        Estimate e = Estimate.of(
                logs.values().stream().mapToDouble(Double::doubleValue).toArray());
        return new Ratio(Math.exp(e.mean()), Math.exp(e.low()), Math.exp(e.high()), e.n());
    }

    /** Whether there is an interval: more than one pair. */
    public boolean hasInterval() {
        return n > 1;
    }

    /** Whether the interval holds 1, so that chance may be all there is. */
    public boolean withinNoise() {
        return !hasInterval() || (low <= 1 && 1 <= high);
    }

    /** What it says, in words: {@code within noise}, {@code 12 % more}, {@code single pair: no interval}. */
    public String words() {
        if (!hasInterval()) {
            return "single pair: no interval";
        }
        if (withinNoise()) {
            return "within noise";
        }
        double percent = Math.abs(value - 1) * 100;
        String number = percent < 10
                ? String.format(Locale.ROOT, "%.1f", percent)
                : String.format(Locale.ROOT, "%.0f", percent);
        return value >= 2
                ? String.format(Locale.ROOT, "%.1f times as much", value)
                : number + " % " + (value > 1 ? "more" : "less");
    }
}
