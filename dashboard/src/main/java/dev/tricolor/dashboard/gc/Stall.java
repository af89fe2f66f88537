package dev.tricolor.dashboard.gc;

import java.time.Duration;
import java.time.Instant;

/**
 * One thread held up by the collector while the others may run on.
 *
 * <p>Instrument: {@code jdk.ZAllocationStall} (threshold 0). Shenandoah reports no stalls: look at degenerated and full
 * collections there.
 *
 * <p>In Go a goroutine that allocates while the collector marks is made to mark first (mark assist). {@code gctrace} tells
 * the CPU time of all assists of a cycle, not each one. So one stall stands for all assists of one cycle: it lasts as long
 * as the mark phase, and {@code threads} is assist CPU time / length of the mark phase, the number of threads that were
 * held up at once on average. {@code duration × threads} is then exactly the assist CPU time. The time in which a goroutine
 * is parked until somebody else has marked for it is not told and not in it.
 *
 * @param threadId the Java thread's id; 0 for Go
 * @param bytes what the thread wanted to allocate (a page, in ZGC); 0 where not told
 * @param threads held up for all of {@code duration}; 1 for a single thread's stall
 */
public record Stall(Instant at, Duration duration, long threadId, String thread, long bytes, double threads)
        implements GcEvent, Spanning {

    /** One thread's stall. */
    public Stall(Instant at, Duration duration, long threadId, String thread, long bytes) {
        this(at, duration, threadId, thread, bytes, 1);
    }
}
