package dev.tricolor.dashboard.decode;

import dev.tricolor.dashboard.gc.Timeline;
import dev.tricolor.dashboard.log.SessionStore;
import java.time.Instant;
import java.util.UUID;
import java.util.function.Consumer;

/**
 * The decoded timelines of the store's sessions: kept up to date while a log grows, rebuilt from the log on demand
 * otherwise. Thread-safe.
 */
public final class Timelines implements AutoCloseable {

    /**
     * One session's timeline at one moment.
     *
     * @param version grows with each change
     * @param dataUntil up to when the log's data reaches; EPOCH before any
     * @param problems what could not be decoded, in words, counted; empty when all is well
     */
    public record Snapshot(long version, Timeline timeline, Instant dataUntil, java.util.List<String> problems) {}

    public Timelines(SessionStore store) {
        throw new UnsupportedOperationException("being written");
    }

    /** The current timeline; decodes the whole log first where that has not been done yet. Empty where unknown. */
    public Snapshot current(UUID session) {
        throw new UnsupportedOperationException("being written");
    }

    /** Calls back after each change of a timeline (at most once a flush), on the decoder's thread. */
    public AutoCloseable onChange(Consumer<UUID> listener) {
        throw new UnsupportedOperationException("being written");
    }

    @Override
    public void close() {}
}
