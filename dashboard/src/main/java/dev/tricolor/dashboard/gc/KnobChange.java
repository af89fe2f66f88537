package dev.tricolor.dashboard.gc;

import java.time.Instant;

/**
 * A setting of the collector that was changed while the program ran.
 *
 * <p>Instrument: {@code tricolor.KnobChange}, or a {@code knob} line of a Go log.
 *
 * @param name {@code GOGC}, {@code GOMEMLIMIT}, or a flag of the JVM such as {@code SoftMaxHeapSize}
 * @param oldValue in the runtime's own words
 * @param newValue in the runtime's own words
 * @param who {@code argument}, {@code dashboard}, {@code loop} (the agent following the measured peak), {@code agent}
 *     (restoring as it stops), {@link #PROGRAM}; may be empty
 */
public record KnobChange(Instant at, String name, String oldValue, String newValue, String who) implements GcEvent {

    /** The observed program did it itself. */
    public static final String PROGRAM = "the program";
}
