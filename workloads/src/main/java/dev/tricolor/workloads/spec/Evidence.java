package dev.tricolor.workloads.spec;

/** What a measure must be for a signature to be seen. */
public record Evidence(Measure measure, Comparison comparison, double threshold) {

    /** How the measure is compared with the threshold. */
    public enum Comparison {
        AT_LEAST(">="),
        AT_MOST("<="),
        /** At least threshold times what the benign setting gives. */
        TIMES_BENIGN(">= benign ×");

        private final String sign;

        Comparison(String sign) {
            this.sign = sign;
        }
    }

    /**
     * Whether the evidence holds.
     *
     * @param value of the measure; NaN if there was no event to take it from
     * @param benign of the same measure under the benign setting; NaN or 0 makes the comparison with it fail
     */
    public boolean holds(double value, double benign) {
        return switch (comparison) {
            case AT_LEAST -> value >= threshold;
            case AT_MOST -> value <= threshold;
            case TIMES_BENIGN -> benign > 0 && value >= threshold * benign;
        };
    }

    @Override
    public String toString() {
        return measure + " " + comparison.sign + " "
                + (threshold == Math.rint(threshold) ? "" + (long) threshold : "" + threshold);
    }
}
