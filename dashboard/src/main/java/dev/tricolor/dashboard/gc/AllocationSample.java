package dev.tricolor.dashboard.gc;

import java.time.Instant;

/**
 * Bytes that Java threads have allocated since the process began.
 *
 * <p>Instrument: {@code tricolor.Allocation}: {@code ThreadMXBean.getTotalThreadAllocatedBytes()} once a second. Counts
 * whole thread-local buffers only as they fill up, so it lags by at most one buffer a thread.
 *
 * @param bytes since the process began; never shrinks
 */
public record AllocationSample(Instant at, long bytes) implements GcEvent {}
