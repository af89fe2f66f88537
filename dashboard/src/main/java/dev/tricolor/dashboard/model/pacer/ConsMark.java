package dev.tricolor.dashboard.model.pacer;

import java.util.Arrays;

/**
 * The pacer's memory of how fast the program allocates against how fast the collector scans, both per processor time.
 * Used by one thread.
 */
public final class ConsMark {

    private static final int REMEMBERED = 4;
    private static final double KP = 0.9;
    private static final double TI = 4.0;
    private static final double TT = 1000;
    private static final double BOUND = 1000;

    private final Release release;
    private final double[] last = new double[REMEMBERED];
    private double value;
    private double integral;

    public ConsMark(Release release) {
        this.release = release;
    }

    /**
     * What one cycle measured.
     *
     * @param allocated bytes from its trigger to its end
     * @param scanned bytes
     * @param utilisation share of the processors that background workers and assists took
     * @param idle share that idle processors added to that
     */
    public static double measured(long allocated, long scanned, double utilisation, double idle) {
        return allocated * (utilisation + idle) / (scanned * (1 - utilisation));
    }

    /** Takes what a cycle measured, and answers what the next one is paced by. */
    public double next(double measured) {
        value = release == Release.GO_1_19 ? controlled(measured) : largest(measured);
        return value;
    }

    public double value() {
        return value;
    }

    private double largest(double measured) {
        double largest = Math.max(measured, Arrays.stream(last).max().orElseThrow());
        System.arraycopy(last, 1, last, 0, REMEMBERED - 1);
        last[REMEMBERED - 1] = measured;
        return largest;
    }

    /** A proportional-integral controller with a period of one cycle. */
    private double controlled(double measured) {
        double error = measured - value;
        double raw = KP * error + integral;
        double output = Math.max(-BOUND, Math.min(BOUND, raw));
        integral += KP / TI * error + (output - raw) / TT;
        return output;
    }
}
