package dev.tricolor.dashboard.gc;

import java.time.Instant;

/**
 * The heap's size at one moment, in bytes.
 *
 * <p>Instrument: {@code jdk.GCHeapSummary}, which is written before and after each collection ({@code when}); in Go a line of
 * {@code gctrace}, in MiB, cut off.
 *
 * @param gcId the collection around which it was taken
 * @param used occupied by objects, dead ones included
 * @param committed backed by memory; {@link #NOT_TOLD} in Go
 * @param reserved address space set aside (the largest the heap can get); {@link #NOT_TOLD} in Go
 */
public record HeapSample(Instant at, int gcId, When when, long used, long committed, long reserved) implements GcEvent {

    /** Instead of a size that the runtime does not tell at such a moment. */
    public static final long NOT_TOLD = -1;

    /** On which side of a collection the sample was taken. */
    public enum When {
        BEFORE,
        /** When marking had ended and before what had died was taken off: the most of this collection. Only Go tells it. */
        MARKED,
        AFTER
    }
}
