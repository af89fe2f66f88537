package dev.tricolor.dashboard.gc;

import java.time.Instant;

/**
 * How many stops of the world fell into one bucket of a distribution since the reading before.
 *
 * <p>Instrument: a histogram of {@code runtime/metrics} in the Go agent's {@code metrics} line.
 *
 * @param lowerNs the bucket's lower bound, 0 where it has none
 * @param upperNs the bucket's upper bound, {@link Long#MAX_VALUE} where it has none
 */
public record GoStops(Instant at, GoHistogram histogram, long lowerNs, long upperNs, long count) implements GcEvent {}
