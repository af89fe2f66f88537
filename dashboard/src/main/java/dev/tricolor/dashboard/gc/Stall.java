package dev.tricolor.dashboard.gc;

import java.time.Duration;
import java.time.Instant;

/**
 * One thread held up by the collector while the others may run on.
 *
 * <p>Instrument: {@code jdk.ZAllocationStall} (threshold 0). Shenandoah reports no stalls: look at degenerated and full
 * collections there.
 *
 * @param threadId the Java thread's id
 * @param bytes what the thread wanted to allocate (a page, in ZGC)
 */
public record Stall(Instant at, Duration duration, long threadId, String thread, long bytes)
        implements GcEvent, Spanning {}
