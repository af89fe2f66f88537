package dev.tricolor.dashboard.evidence;

import java.util.Arrays;

/**
 * A mean over invocations with its 95 % confidence interval.
 *
 * @param mean arithmetic
 * @param half half the interval's width, in the mean's unit; NaN where one invocation leaves it open
 * @param n invocations
 */
public record Estimate(double mean, double half, int n) {

    /**
     * From one value for each invocation, taken as independent and near normal: mean ± t(0.975, n−1) · s/√n (Student).
     *
     * @throws IllegalArgumentException where there is no value
     */
    public static Estimate of(double[] values) {
        if (values.length == 0) {
            throw new IllegalArgumentException("no value to take a mean of");
        }
        double mean = Arrays.stream(values).average().orElseThrow();
        if (values.length == 1) {
            return new Estimate(mean, Double.NaN, 1);
        }
        double squares = Arrays.stream(values).map(v -> (v - mean) * (v - mean)).sum();
        double deviation = Math.sqrt(squares / (values.length - 1));
        return new Estimate(
                mean, StudentT.quantile975(values.length - 1) * deviation / Math.sqrt(values.length), values.length);
    }

    /** Whether there is an interval: more than one invocation. */
    public boolean hasInterval() {
        return n > 1;
    }

    public double low() {
        return mean - half;
    }

    public double high() {
        return mean + half;
    }
}
