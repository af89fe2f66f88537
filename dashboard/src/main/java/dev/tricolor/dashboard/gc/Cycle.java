package dev.tricolor.dashboard.gc;

import java.time.Duration;
import java.time.Instant;

/**
 * One collection from its start to its end; concurrent collectors run most of it beside the application.
 *
 * <p>Instrument: {@code jdk.GarbageCollection}, in Go a line of {@code gctrace}. Its duration is never a pause; {@code
 * sumOfPauses} is what the runtime itself added up for it. Where Go tells only the end of a cycle ({@code ReadGCStats}) it
 * is named {@link #GO_END_ONLY}, and its duration is that of its stops, not its own.
 *
 * @param gcId the collection's id, as in the JVM's log
 * @param kind which part of the heap it collects
 * @param name the JVM's own name, such as {@code G1New} or {@code ZGC Minor}
 * @param cause the JVM's own words, such as {@code Allocation Failure}
 */
public record Cycle(
        Instant at,
        Duration duration,
        int gcId,
        Kind kind,
        String name,
        String cause,
        Duration sumOfPauses,
        Duration longestPause)
        implements GcEvent, Spanning {

    /** A Go cycle from {@code gctrace}. */
    public static final String GO = "Go GC";
    /** A Go cycle of which only the end and the sum of its stops are known. */
    public static final String GO_END_ONLY = "Go GC, start not told";

    /** Whether the duration is the cycle's own. */
    public boolean timed() {
        return !name.equals(GO_END_ONLY);
    }

    /** The same collection, known to be of another kind. */
    public Cycle ofKind(Kind other) {
        return new Cycle(at, duration, gcId, other, name, cause, sumOfPauses, longestPause);
    }

    /** Which part of the heap a collection looks at, and how. */
    public enum Kind {
        /** The young generation (in G1 also the mixed collections, which JFR reports under the same name). */
        YOUNG("young"),
        /** A concurrent cycle that marks the old generation (G1: marking; generational Shenandoah: old). */
        OLD("old"),
        /** The whole heap, stopped. */
        FULL("full"),
        /** The whole heap, concurrently (ZGC and Shenandoah without generations; ZGC major; Go). */
        GLOBAL("global");

        private final String label;

        Kind(String label) {
            this.label = label;
        }

        /** The word used on pages, in JSON and in metrics. */
        public String label() {
            return label;
        }
    }
}
