package dev.tricolor.dashboard.web;

import dev.tricolor.dashboard.log.SessionLog;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;

/** Whether a session runs. */
enum SessionState {
    /** Its bytes still arrive. */
    LIVE,
    /** It said that it ended. */
    ENDED,
    /** It never said so, but nothing has come for a while: killed, or cut off. */
    LOST;

    /** The agent sends about once a second; a few missed sends are a slow network, this long is a dead process. */
    static final Duration SILENCE = Duration.ofSeconds(15);

    String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    static SessionState of(SessionLog log, Instant now) {
        if (log.meta().ended().isPresent()) {
            return ENDED;
        }
        return Duration.between(log.lastAppend(), now).compareTo(SILENCE) > 0 ? LOST : LIVE;
    }
}
