package dev.tricolor.dashboard.web;

import dev.tricolor.dashboard.analysis.SessionSummary;
import dev.tricolor.dashboard.decode.Timelines;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** Summaries of whole sessions, computed once for each version of their timeline. Thread-safe. */
final class Summaries {

    private record Kept(long version, SessionSummary summary) {}

    private final Map<UUID, Kept> kept = new ConcurrentHashMap<>();

    SessionSummary of(UUID id, Timelines.Snapshot s) {
        Kept k = kept.get(id);
        if (k == null || k.version != s.version()) {
            k = new Kept(s.version(), SessionSummary.of(s.timeline()));
            kept.put(id, k);
        }
        return k.summary;
    }

    void forget(UUID id) {
        kept.remove(id);
    }
}
