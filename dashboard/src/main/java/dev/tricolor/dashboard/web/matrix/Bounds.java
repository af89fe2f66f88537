package dev.tricolor.dashboard.web.matrix;

/** A 95 % confidence interval. */
record Bounds(double low, double high) {

    boolean below(Bounds other) {
        return high < other.low;
    }

    boolean overlaps(Bounds other) {
        return !below(other) && !other.below(this);
    }
}
