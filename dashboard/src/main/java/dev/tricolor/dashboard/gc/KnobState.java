package dev.tricolor.dashboard.gc;

import java.time.Instant;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/**
 * What the agent measures and does while a GOGC is set, once a second.
 *
 * <p>Instrument: {@code tricolor.KnobState}: the heap sampled some hundred times a second.
 *
 * @param live bytes: the lowest heap use since the fourth last full marking; empty before the first
 * @param goal bytes: live · (1 + GOGC/100)
 * @param peak bytes: the highest heap use in the last window; empty before the first
 * @param gcCpu the collector's threads as a share of the machine, 0..1; empty where the platform does not tell
 * @param state what the loop does, in a word; {@code held: } and {@code floor: } with why it goes no lower
 */
public record KnobState(
        Instant at,
        int gogc,
        OptionalLong live,
        OptionalLong goal,
        OptionalLong peak,
        OptionalDouble gcCpu,
        String state)
        implements GcEvent {}
