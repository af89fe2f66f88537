package dev.tricolor.dashboard.gc;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What the agent says of itself: the observer's own cost.
 *
 * <p>Instrument: {@code tricolor.AgentStatus}, or the Go agent's {@code agent} line, once a second. Counters run from the agent's start.
 *
 * @param sentBytes acknowledged by the dashboard
 * @param backlogBytes recorded but not yet acknowledged
 * @param cpu CPU time of the agent's thread; empty where the platform does not tell
 * @param lostBytes recorded, dropped before they could be sent
 * @param allocatedBytes allocated by the agent's thread; empty where the JVM does not tell
 * @param failures requests that failed and were tried again
 */
public record AgentStatus(
        Instant at,
        long sentBytes,
        long backlogBytes,
        Optional<Duration> cpu,
        long lostBytes,
        OptionalLong allocatedBytes,
        long failures)
        implements GcEvent {}
