package dev.tricolor.dashboard.gc;

import java.time.Duration;
import java.time.Instant;

/**
 * The world halted by the JVM for any reason, from the request to the release.
 *
 * <p>Instrument: {@code jdk.SafepointBegin} and {@code jdk.SafepointEnd} with the same id. Garbage collection pauses lie
 * inside one.
 *
 * @param duration from the request until threads were released
 * @param reaching the first part of it: until all threads had stopped
 */
public record Safepoint(Instant at, Duration duration, long id, Duration reaching, int javaThreads)
        implements GcEvent, Spanning {}
