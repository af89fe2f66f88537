package dev.tricolor.dashboard.web;

import dev.tricolor.dashboard.decode.Timelines;
import dev.tricolor.dashboard.gc.RuntimeInfo;
import dev.tricolor.dashboard.log.SessionLog;
import dev.tricolor.dashboard.log.SessionMeta;
import dev.tricolor.dashboard.web.panel.ConfigurationPanel;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A session's metadata as JSON.
 *
 * @param dataUntil up to when data has arrived; null before any
 * @param from when the recording's data begins; null before any
 * @param maxHeap bytes; null where the recording has not said it
 */
record SessionView(
        UUID id,
        String name,
        String state,
        String runtime,
        String format,
        String host,
        long pid,
        Instant opened,
        @Nullable Instant ended,
        String endReason,
        Map<String, String> labels,
        long bytes,
        @Nullable Instant from,
        @Nullable Instant dataUntil,
        Heading heading,
        @Nullable Long maxHeap,
        @Nullable Long initialHeap,
        @Nullable Long processors,
        List<String> problems) {

    /** What runs, in the words of a page's heading. */
    record Heading(
            String collector,
            String collectorId,
            String colour,
            @Nullable Long jdk,
            String version) {}

    static SessionView of(SessionLog log, Timelines.Snapshot s, Instant now) {
        SessionMeta m = log.meta();
        RuntimeInfo r = s.timeline().runtime();
        return new SessionView(
                m.id(),
                m.name(),
                SessionState.of(log, now).label(),
                m.runtime(),
                m.format(),
                m.host(),
                m.pid(),
                m.opened(),
                m.ended().orElse(null),
                m.endReason(),
                m.labels(),
                log.size(),
                s.timeline().span().map(i -> i.from()).orElse(null),
                s.dataUntil().equals(Instant.EPOCH) ? null : s.dataUntil(),
                new Heading(
                        ConfigurationPanel.collector(r),
                        r.collector().id(),
                        r.collector().colour(),
                        r.jdk().isPresent() ? r.jdk().getAsLong() : null,
                        r.version()),
                r.maxHeap().isPresent() ? r.maxHeap().getAsLong() : null,
                r.initialHeap().isPresent() ? r.initialHeap().getAsLong() : null,
                r.processors().isPresent() ? r.processors().getAsLong() : null,
                s.problems());
    }

    /** How far what is shown lags behind the moment, in ms; 0 where the session does not run. */
    static long behindMs(SessionLog log, Timelines.Snapshot s, Instant now) {
        if (SessionState.of(log, now) != SessionState.LIVE || s.dataUntil().equals(Instant.EPOCH)) {
            return 0;
        }
        return Math.max(0, Duration.between(s.dataUntil(), now).toMillis());
    }
}
