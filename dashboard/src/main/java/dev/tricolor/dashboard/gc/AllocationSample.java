package dev.tricolor.dashboard.gc;

import java.time.Instant;

/**
 * Bytes that the application's threads have allocated since the process began.
 *
 * <p>Instrument: {@code tricolor.Allocation}: {@code ThreadMXBean.getTotalThreadAllocatedBytes()} once a second. Counts
 * whole thread-local buffers only as they fill up, so it lags by at most one buffer a thread. In Go {@code
 * /gc/heap/allocs:bytes}, which counts a processor's span when it is swapped for another.
 *
 * @param bytes since the process began; never shrinks
 */
public record AllocationSample(Instant at, long bytes) implements GcEvent {}
