package dev.tricolor.dashboard.gc;

import java.time.Instant;

/**
 * A change that the agent was asked for and did not make; nothing was set.
 *
 * <p>Instrument: {@code tricolor.KnobChange} with a reason, or a {@code knob} line of a Go log that has one.
 *
 * @param name what was to be turned
 * @param value what to; may be empty
 * @param why the agent's words
 */
public record KnobRefusal(Instant at, String name, String value, String who, String why) implements GcEvent {}
