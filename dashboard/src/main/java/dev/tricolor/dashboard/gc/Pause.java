package dev.tricolor.dashboard.gc;

import java.time.Duration;
import java.time.Instant;

/**
 * The world stopped by the collector, from {@code at} for {@code duration}.
 *
 * <p>Instrument: {@code jdk.GCPhasePause} (nanosecond ticks). It leaves out the time threads need to reach the safepoint
 * and to leave it, which {@link Safepoint} has.
 *
 * @param gcId the collection that it belongs to, as in the JVM's log
 * @param name the collector's own name of it, such as {@code Pause Mark Start}
 */
public record Pause(Instant at, Duration duration, int gcId, String name) implements GcEvent, Spanning {}
