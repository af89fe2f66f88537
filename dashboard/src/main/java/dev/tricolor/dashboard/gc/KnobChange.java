package dev.tricolor.dashboard.gc;

import java.time.Instant;

/**
 * A setting of the runtime that was changed while it ran.
 *
 * <p>Instrument: {@code tricolor.KnobChange}, or a {@code knob} line of a Go log.
 *
 * @param name {@code GOGC}, {@code GOMEMLIMIT}, or a flag of the JVM such as {@code SoftMaxHeapSize}
 * @param who {@code argument}, {@code dashboard}, {@code loop} (the agent following the measured peak), {@code agent}
 *     (restoring as it stops)
 */
public record KnobChange(Instant at, String name, String oldValue, String newValue, String who) implements GcEvent {}
