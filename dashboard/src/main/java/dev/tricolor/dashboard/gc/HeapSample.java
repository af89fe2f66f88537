package dev.tricolor.dashboard.gc;

import java.time.Instant;

/**
 * The heap's size at one moment, in bytes.
 *
 * <p>Instrument: {@code jdk.GCHeapSummary}, which is written before and after each collection ({@code when}).
 *
 * @param gcId the collection around which it was taken
 * @param used occupied by objects, dead ones included
 * @param committed backed by memory
 * @param reserved address space set aside (the largest the heap can get)
 */
public record HeapSample(Instant at, int gcId, When when, long used, long committed, long reserved) implements GcEvent {

    /** On which side of a collection the sample was taken. */
    public enum When {
        BEFORE,
        AFTER
    }
}
