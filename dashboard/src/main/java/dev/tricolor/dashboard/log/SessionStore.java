package dev.tricolor.dashboard.log;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** All sessions on disk, one folder each, named by the session's id. Thread-safe. */
public final class SessionStore implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(SessionStore.class);

    private final Path root;
    private final Retention retention;
    private final Map<UUID, SessionLog> sessions = new ConcurrentHashMap<>();
    private final List<Consumer<UUID>> listeners = new CopyOnWriteArrayList<>();

    private SessionStore(Path root, Retention retention) {
        this.root = root;
        this.retention = retention;
    }

    /** As {@link #open(Path, Retention)} with {@link Retention#DEFAULT}. */
    public static SessionStore open(Path root) throws IOException {
        return open(root, Retention.DEFAULT);
    }

    /** Opens the store in {@code root}, which is made where it does not exist; finds the sessions already there. */
    public static SessionStore open(Path root, Retention retention) throws IOException {
        Files.createDirectories(root);
        SessionStore store = new SessionStore(root, retention);
        removeTree(store.scratch());
        Files.createDirectories(store.scratch());
        try (Stream<Path> folders = Files.list(root)) {
            for (Path folder : folders.filter(f -> Files.exists(f.resolve(SessionFile.NAME)))
                    .toList()) {
                store.load(folder);
            }
        }
        store.retain();
        return store;
    }

    private void load(Path folder) {
        try {
            UUID id = SessionFile.read(folder).id();
            sessions.put(id, SessionLog.open(folder, () -> changed(id)));
        } catch (IOException e) {
            LOG.warn("session in {} left out: {}", folder, e.getMessage());
        }
    }

    /** The sessions, newest first. */
    public List<SessionLog> sessions() {
        return sessions.values().stream()
                .sorted(Comparator.comparing((SessionLog s) -> s.meta().opened())
                        .thenComparing(s -> s.meta().id())
                        .reversed())
                .toList();
    }

    public Optional<SessionLog> find(UUID id) {
        return Optional.ofNullable(sessions.get(id));
    }

    /**
     * Opens a session, or re-opens the one that has this id already (its metadata stays as it was first given).
     *
     * @throws StoreFullException where there are too many sessions, or too many bytes, that may not be removed
     */
    public synchronized SessionLog openSession(SessionMeta meta) throws IOException {
        SessionLog known = sessions.get(meta.id());
        if (known != null) {
            return known;
        }
        retain();
        if (sessions.size() >= retention.maxSessions()) {
            throw new StoreFullException("there are " + sessions.size() + " sessions already; remove some");
        }
        if (totalBytes() >= retention.maxBytes()) {
            throw new StoreFullException("the running sessions hold " + totalBytes() + " bytes; raise the limit");
        }
        Path folder = Files.createDirectories(root.resolve(meta.id().toString()));
        SessionFile.write(folder, meta);
        SessionLog log = SessionLog.open(folder, () -> changed(meta.id()));
        sessions.put(meta.id(), log);
        changed(meta.id());
        return log;
    }

    /** Removes a session and its log; false where there is none. */
    public boolean delete(UUID id) throws IOException {
        SessionLog log = sessions.remove(id);
        if (log == null) {
            return false;
        }
        log.close();
        removeTree(log.folder());
        changed(id);
        return true;
    }

    /** A folder for files that can be made again from the logs; emptied whenever the store is opened. */
    public Path scratch() {
        return root.resolve(".scratch");
    }

    private static void removeTree(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path p : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(p);
                }
            }
        }
    }

    /** Whether more bytes would break {@link Retention#maxBytes} although everything removable was removed. */
    public boolean full() throws IOException {
        if (totalBytes() < retention.maxBytes()) {
            return false;
        }
        retain();
        return totalBytes() >= retention.maxBytes();
    }

    /** Bytes held by all sessions. */
    public long totalBytes() {
        return sessions.values().stream().mapToLong(SessionLog::size).sum();
    }

    /** Whether the session has neither ended nor fallen silent for long. */
    public boolean live(SessionLog log) {
        return log.meta().ended().isEmpty()
                && log.lastAppend().isAfter(Instant.now().minus(retention.lostAfter()));
    }

    /** Removes what {@link Retention} no longer allows, oldest first. */
    public synchronized void retain() throws IOException {
        Instant oldest = Instant.now().minus(retention.maxAge());
        List<SessionLog> removable = sessions.values().stream()
                .filter(s -> !live(s))
                .sorted(Comparator.comparing(SessionLog::lastAppend))
                .toList();
        long bytes = totalBytes();
        for (SessionLog s : removable) {
            if (s.lastAppend().isBefore(oldest) || bytes > retention.maxBytes()) {
                bytes -= s.size();
                LOG.info("session {} removed by retention", s.meta().id());
                delete(s.meta().id());
            }
        }
    }

    /** Calls back after each durable append, each opening, end and deletion, on the thread that did it. */
    public void onChange(Consumer<UUID> listener) {
        listeners.add(listener);
    }

    private void changed(UUID id) {
        listeners.forEach(l -> l.accept(id));
    }

    @Override
    public void close() {
        for (SessionLog s : sessions.values()) {
            try {
                s.close();
            } catch (IOException e) {
                LOG.warn("closing {}: {}", s.meta().id(), e.getMessage());
            }
        }
    }
}
