package dev.tricolor.agent.sample;

import dev.tricolor.agent.Nullable;
import java.io.IOException;

/** One thread of the JVM whose CPU time is read each second, and the last value read. */
final class WatchedThread {

    /** Beyond this many, files are opened for each reading instead of kept open. */
    static final int MAX_OPEN = 64;

    private static int openFiles;

    final int id;
    final ThreadKind kind;
    private final boolean scheduler;
    private @Nullable ProcFile file;
    private long cpuNanos;

    /** @param scheduler whether {@code schedstat} (nanoseconds) is there, or only {@code stat} (10 ms) */
    WatchedThread(int id, ThreadKind kind, boolean scheduler) {
        this.id = id;
        this.kind = kind;
        this.scheduler = scheduler;
    }

    /** Reads its CPU time; false when the thread has died. */
    boolean refresh() {
        try {
            ProcFile f = file;
            if (f == null) {
                f = ProcFile.open("/proc/self/task/" + id + (scheduler ? "/schedstat" : "/stat"));
            }
            try {
                cpuNanos = Math.max(cpuNanos, read(f));
            } finally {
                keep(f);
            }
            return true;
        } catch (IOException e) {
            close();
            return false;
        }
    }

    private long read(ProcFile f) throws IOException {
        int length = f.read();
        return scheduler ? ProcFile.number(0) : ProcStat.cpuNanos(length);
    }

    private void keep(ProcFile f) throws IOException {
        if (file == null && openFiles < MAX_OPEN) {
            file = f;
            openFiles++;
        } else if (file == null) {
            f.close();
        }
    }

    /** User and system time of its life so far; the last known value once it has died. */
    long cpuNanos() {
        return cpuNanos;
    }

    void close() {
        ProcFile f = file;
        file = null;
        if (f != null) {
            openFiles--;
            try {
                f.close();
            } catch (IOException e) {
                // a file of procfs that was only read
            }
        }
    }
}
