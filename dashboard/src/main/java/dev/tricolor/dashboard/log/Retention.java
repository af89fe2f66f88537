package dev.tricolor.dashboard.log;

import java.time.Duration;

/**
 * How much is kept. What is over it goes oldest first; a session that may still be running is never removed.
 *
 * @param maxAge of a session since its last bytes
 * @param maxBytes of all sessions together
 * @param maxSessions at once; one more is refused
 * @param lostAfter without a word for so long, a session that did not end counts as lost
 */
public record Retention(Duration maxAge, long maxBytes, int maxSessions, Duration lostAfter) {
    public static final Retention DEFAULT = new Retention(Duration.ofDays(14), 4L << 30, 2000, Duration.ofMinutes(10));
}
