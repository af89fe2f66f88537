package dev.tricolor.dashboard.gc;

import java.time.Instant;

/**
 * A setting of the collector that was changed while the program ran.
 *
 * <p>Instrument: the Go agent's {@code knob} line.
 *
 * @param name such as {@code GOGC}
 * @param oldValue in the runtime's own words
 * @param newValue in the runtime's own words
 * @param who changed it, in words; may be empty
 */
public record KnobChange(Instant at, String name, String oldValue, String newValue, String who) implements GcEvent {}
