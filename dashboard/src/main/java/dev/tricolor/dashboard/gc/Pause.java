package dev.tricolor.dashboard.gc;

import java.time.Duration;
import java.time.Instant;

/**
 * The world stopped by the collector, from {@code at} for {@code duration}.
 *
 * <p>Instrument: {@code jdk.GCPhasePause} (nanosecond ticks). It leaves out the time threads need to reach the safepoint
 * and to leave it, which {@link Safepoint} has. In Go {@code gctrace}, with the way to the stop in it; where there is only
 * {@code ReadGCStats}, one pause stands for the sum of a cycle's stops and is named {@link #SUM_OF_STOPS}.
 *
 * @param gcId the collection that it belongs to, as in the JVM's log
 * @param name the collector's own name of it, such as {@code Pause Mark Start}
 */
public record Pause(Instant at, Duration duration, int gcId, String name) implements GcEvent, Spanning {

    /** Go's first stop of a cycle. */
    public static final String SWEEP_TERMINATION = "sweep termination";
    /** Go's second stop of a cycle. */
    public static final String MARK_TERMINATION = "mark termination";
    /** All stops of one Go cycle added up and put at its end: longer than any of them, and no single stop. */
    public static final String SUM_OF_STOPS = "sum of a cycle's stops";

    /** Whether this is not one stop but a sum. */
    public boolean sum() {
        return name.equals(SUM_OF_STOPS);
    }
}
