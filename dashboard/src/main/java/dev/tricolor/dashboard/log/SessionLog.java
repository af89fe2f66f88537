package dev.tricolor.dashboard.log;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The append-only log of one session. Thread-safe: every method holds the log's own lock. */
public final class SessionLog {

    private final Path folder;
    private final Runnable changed;
    private SessionMeta meta;
    private LogFiles files;
    private Instant lastAppend;

    private SessionLog(Path folder, SessionMeta meta, LogFiles files, Instant lastAppend, Runnable changed) {
        this.folder = folder;
        this.meta = meta;
        this.files = files;
        this.lastAppend = lastAppend;
        this.changed = changed;
    }

    /** Opens what lies in {@code folder}. */
    static SessionLog open(Path folder, Runnable changed) throws IOException {
        SessionMeta meta = SessionFile.read(folder);
        LogFiles files = meta.format().equals("jfr") ? JfrLogFiles.open(folder) : PlainLogFile.open(folder);
        Instant last = meta.opened();
        for (Path file : files.files()) {
            Instant modified = java.nio.file.Files.getLastModifiedTime(file).toInstant();
            last = modified.isAfter(last) ? modified : last;
        }
        return new SessionLog(folder, meta, files, last, changed);
    }

    public synchronized SessionMeta meta() {
        return meta;
    }

    /** How many bytes are held, which is the offset at which the next ones go. */
    public synchronized long size() {
        return files.size();
    }

    /** When bytes last came (or the session was opened). */
    public synchronized Instant lastAppend() {
        return lastAppend;
    }

    /** The log's files, oldest first (JFR: a chunk each); the last one may still grow. */
    public synchronized List<Path> chunks() {
        return files.files();
    }

    /**
     * Adds {@code length} bytes at {@code offset}; when this returns they are on disk.
     *
     * @return the new size
     * @throws OffsetMismatchException where the log does not end at {@code offset}
     * @throws MalformedLogException where the bytes are not of the session's format
     * @throws IOException where the disk fails; the log then holds what it held, or a part of the bytes more
     */
    public long append(long offset, byte[] bytes, int length) throws IOException {
        long size;
        synchronized (this) {
            if (offset != files.size()) {
                throw new OffsetMismatchException(offset, files.size());
            }
            files.append(bytes, length);
            lastAppend = Instant.now();
            size = files.size();
            if (meta.ended().isPresent() && length > 0) {
                reopen();
            }
        }
        changed.run();
        return size;
    }

    /** Marks the session as ended, and cuts off bytes behind the last flush, which no reader could use. */
    public void end(String reason) throws IOException {
        synchronized (this) {
            files.finish();
            meta = new SessionMeta(
                    meta.id(),
                    meta.name(),
                    meta.runtime(),
                    meta.format(),
                    meta.host(),
                    meta.pid(),
                    meta.opened(),
                    Optional.of(Instant.now()),
                    reason,
                    meta.labels());
            SessionFile.write(folder, meta);
        }
        changed.run();
    }

    private void reopen() throws IOException {
        meta = new SessionMeta(
                meta.id(),
                meta.name(),
                meta.runtime(),
                meta.format(),
                meta.host(),
                meta.pid(),
                meta.opened(),
                Optional.empty(),
                "",
                meta.labels());
        SessionFile.write(folder, meta);
    }

    Path folder() {
        return folder;
    }

    synchronized void close() throws IOException {
        files.close();
    }
}
