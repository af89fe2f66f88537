package dev.tricolor.dashboard.export;

import dev.tricolor.dashboard.decode.Timelines;
import dev.tricolor.dashboard.log.SessionLog;
import dev.tricolor.dashboard.log.SessionStore;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;

/**
 * Which sessions are exported: the running ones and, so that a last scrape sees the end of them, those that ended less
 * than {@link #LINGER} ago. At most {@link #MOST}, the latest heard of first: fewer than the decoder keeps in memory.
 */
final class LiveSessions {
    static final int MOST = 50;
    static final Duration LINGER = Duration.ofMinutes(5);

    private final SessionStore store;
    private final Timelines timelines;
    private final Clock clock;

    LiveSessions(SessionStore store, Timelines timelines, Clock clock) {
        this.store = store;
        this.timelines = timelines;
        this.clock = clock;
    }

    List<Exported> now() {
        return candidates().stream()
                .limit(MOST)
                .map(log ->
                        new Exported(log.meta(), timelines.current(log.meta().id())))
                .toList();
    }

    /** Live sessions that are left out because there are more than {@link #MOST}. */
    int leftOut() {
        return Math.max(0, candidates().size() - MOST);
    }

    /** From the newest decoded moment of a running session to the arrival of its last data, the worst one. */
    Duration lag() {
        return candidates().stream()
                .limit(MOST)
                .filter(store::live)
                .map(this::lag)
                .max(Comparator.naturalOrder())
                .orElse(Duration.ZERO);
    }

    private Duration lag(SessionLog log) {
        Instant until = timelines.current(log.meta().id()).dataUntil();
        Instant came = log.lastAppend();
        return until.equals(Instant.EPOCH) || until.isAfter(came) ? Duration.ZERO : Duration.between(until, came);
    }

    private List<SessionLog> candidates() {
        Instant ended = clock.instant().minus(LINGER);
        return store.sessions().stream()
                .filter(log -> store.live(log) || lastWord(log).isAfter(ended))
                .sorted(Comparator.comparing(SessionLog::lastAppend).reversed())
                .toList();
    }

    private static Instant lastWord(SessionLog log) {
        return log.meta().ended().orElse(log.lastAppend());
    }
}
