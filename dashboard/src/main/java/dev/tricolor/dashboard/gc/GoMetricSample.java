package dev.tricolor.dashboard.gc;

import java.time.Instant;

/**
 * A number of {@code runtime/metrics} at one moment.
 *
 * <p>Instrument: the Go agent, every 100 ms unless configured otherwise, written when the number
 * has changed.
 */
public record GoMetricSample(Instant at, GoMetric metric, double value) implements GcEvent {}
