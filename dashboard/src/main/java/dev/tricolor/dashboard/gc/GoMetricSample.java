package dev.tricolor.dashboard.gc;

import java.time.Instant;

/**
 * A number of {@code runtime/metrics} at one moment.
 *
 * <p>Instrument: the Go agent, every 100 ms unless configured otherwise, written when the number
 * has changed.
 */
public record GoMetricSample(Instant at, GoMetric metric, double value) implements GcEvent {

    /** Go says "no bound" with numbers near the largest that there are. */
    private static final double NO_BOUND = 1L << 60;

    /** Whether the value stands for no bound at all, as the goal does while GOGC is off. */
    public boolean unbounded() {
        return value >= NO_BOUND;
    }
}
