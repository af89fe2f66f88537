package dev.tricolor.dashboard.gc;

import java.time.Duration;
import java.time.Instant;

/** A stretch of time, {@code [from, to)}. */
public record Interval(Instant from, Instant to) {
    public Interval {
        if (to.isBefore(from)) {
            throw new IllegalArgumentException("an interval ends before it begins: " + from + " to " + to);
        }
    }

    public Duration length() {
        return Duration.between(from, to);
    }

    public boolean contains(Instant t) {
        return !t.isBefore(from) && t.isBefore(to);
    }

    public boolean overlaps(Spanning s) {
        return s.at().isBefore(to) && s.end().isAfter(from);
    }
}
