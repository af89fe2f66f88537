package dev.tricolor.dashboard.decode;

import dev.tricolor.dashboard.gc.Timeline;
import dev.tricolor.dashboard.log.SessionLog;
import dev.tricolor.dashboard.log.SessionStore;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

/**
 * The decoded timelines of the store's sessions: kept up to date while a log grows, rebuilt from the log on demand
 * otherwise.
 *
 * <p>Thread-safe. Appends are decoded on one daemon thread, so that ingest never waits for a decoder; a reader that asks
 * for a session decodes what is missing on its own thread. A session's decoder is guarded by its own lock. At most
 * {@link #MOST_KEPT} timelines stay in memory; the one that was not asked for the longest goes first.
 */
public final class Timelines implements AutoCloseable {

    static final int MOST_KEPT = 64;

    /**
     * One session's timeline at one moment.
     *
     * @param version grows with each change
     * @param dataUntil up to when the log's data reaches; EPOCH before any
     * @param counts events in the log by JFR event type or type of line, whether or not they are shown anywhere
     * @param problems what could not be decoded, in words; empty when all is well
     */
    public record Snapshot(
            long version, Timeline timeline, Instant dataUntil, Map<String, Long> counts, List<String> problems) {
        static final Snapshot NONE = new Snapshot(0, Timeline.EMPTY, Instant.EPOCH, Map.of(), List.of());
    }

    private static final class Entry {
        final SessionDecoder decoder;
        Snapshot snapshot = Snapshot.NONE;
        volatile long lastUsed;

        Entry(SessionDecoder decoder) {
            this.decoder = decoder;
        }
    }

    private final SessionStore store;
    private final Path views;
    private final Map<UUID, Entry> entries = new ConcurrentHashMap<>();
    private final Set<UUID> pending = ConcurrentHashMap.newKeySet();
    private final List<Consumer<UUID>> listeners = new CopyOnWriteArrayList<>();
    private final AtomicLong versions = new AtomicLong();
    private final AtomicLong uses = new AtomicLong();
    private final ExecutorService worker = Executors.newSingleThreadExecutor(r -> {
        Thread t = new Thread(r, "tricolor-decode");
        t.setDaemon(true);
        return t;
    });

    public Timelines(SessionStore store) {
        this.store = store;
        this.views = store.scratch();
        store.onChange(this::appended);
    }

    /** The current timeline; decodes first what of the log has not been decoded yet. Empty where unknown. */
    public Snapshot current(UUID session) {
        SessionLog log = store.find(session).orElse(null);
        return log == null ? Snapshot.NONE : advance(session, log);
    }

    /** Calls back after each change of a timeline (at most once a flush), on the thread that decoded it. */
    public AutoCloseable onChange(Consumer<UUID> listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    private void appended(UUID session) {
        if (store.find(session).isEmpty()) {
            forget(session);
        } else if (pending.add(session)) {
            try {
                worker.execute(() -> {
                    pending.remove(session);
                    store.find(session).ifPresent(log -> advance(session, log));
                });
            } catch (RejectedExecutionException e) {
                pending.remove(session); // closing
            }
        }
    }

    private Snapshot advance(UUID session, SessionLog log) {
        Entry entry =
                entries.computeIfAbsent(session, id -> new Entry(SessionDecoder.of(log, views.resolve(id + ".jfr"))));
        entry.lastUsed = uses.incrementAndGet();
        boolean changed;
        Snapshot now;
        synchronized (entry) {
            changed = entry.decoder.advance();
            if (changed) {
                entry.snapshot = new Snapshot(
                        versions.incrementAndGet(),
                        entry.decoder.timeline(),
                        entry.decoder.dataUntil(),
                        entry.decoder.counts(),
                        entry.decoder.problems());
            }
            now = entry.snapshot;
        }
        if (changed) {
            listeners.forEach(l -> l.accept(session));
        }
        evict();
        return now;
    }

    private void evict() {
        while (entries.size() > MOST_KEPT) {
            entries.entrySet().stream()
                    .min(Comparator.comparingLong(e -> e.getValue().lastUsed))
                    .map(Map.Entry::getKey)
                    .ifPresent(this::forget);
        }
    }

    private void forget(UUID session) {
        Entry gone = entries.remove(session);
        if (gone != null) {
            synchronized (gone) {
                gone.decoder.close();
            }
        }
    }

    @Override
    public void close() {
        worker.shutdown(); // not interrupted: that would close the files that it reads
        try {
            if (!worker.awaitTermination(5, TimeUnit.SECONDS)) {
                worker.shutdownNow();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        entries.keySet().forEach(this::forget);
    }
}
