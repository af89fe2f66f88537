package dev.tricolor.dashboard.evidence;

/** Quantiles of Student's t distribution. */
final class StudentT {
    /** t(0.975, df) for df = 1 … 30; NIST/SEMATECH e-Handbook of Statistical Methods, 1.3.6.7.2. */
    private static final double[] TABLE = {
        12.706, 4.303, 3.182, 2.776, 2.571, 2.447, 2.365, 2.306, 2.262, 2.228, 2.201, 2.179, 2.160, 2.145, 2.131,
        2.120, 2.110, 2.101, 2.093, 2.086, 2.080, 2.074, 2.069, 2.064, 2.060, 2.056, 2.052, 2.048, 2.045, 2.042
    };

    private static final double NORMAL = 1.959964;

    private StudentT() {}

    /**
     * The 0.975 quantile: half of a two-sided 95 % interval.
     *
     * @param degrees of freedom, from 1; above 30 by the expansion of Abramowitz and Stegun 26.7.5, two terms
     */
    static double quantile975(int degrees) {
        if (degrees < 1) {
            throw new IllegalArgumentException("no degrees of freedom: " + degrees);
        }
        if (degrees <= TABLE.length) {
            return TABLE[degrees - 1];
        }
        double z = NORMAL;
        double first = (Math.pow(z, 3) + z) / 4;
        double second = (5 * Math.pow(z, 5) + 16 * Math.pow(z, 3) + 3 * z) / 96;
        return z + first / degrees + second / ((double) degrees * degrees);
    }
}
