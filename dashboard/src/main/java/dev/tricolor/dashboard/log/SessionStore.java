package dev.tricolor.dashboard.log;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;

/** All sessions on disk, one folder each. Thread-safe. */
public final class SessionStore implements AutoCloseable {

    /** Opens the store in {@code root}, which is made where it does not exist; finds the sessions already there. */
    public static SessionStore open(Path root) throws IOException {
        throw new UnsupportedOperationException("being written");
    }

    /** The sessions, newest first. */
    public List<SessionLog> sessions() {
        throw new UnsupportedOperationException("being written");
    }

    public Optional<SessionLog> find(UUID id) {
        throw new UnsupportedOperationException("being written");
    }

    /** Opens a session, or re-opens the one that has this id already (its metadata stays as it was first given). */
    public SessionLog openSession(SessionMeta meta) throws IOException {
        throw new UnsupportedOperationException("being written");
    }

    /** Removes a session and its log. */
    public boolean delete(UUID id) throws IOException {
        throw new UnsupportedOperationException("being written");
    }

    /** Calls back after each durable append, each opening, end and deletion, on the thread that did it. */
    public void onChange(Consumer<UUID> listener) {
        throw new UnsupportedOperationException("being written");
    }

    @Override
    public void close() {}
}
