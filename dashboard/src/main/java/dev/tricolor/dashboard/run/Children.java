package dev.tricolor.dashboard.run;

import java.io.IOException;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/** The child processes that run now. Closing it ends them, and starts no more. Thread-safe. */
public final class Children implements AutoCloseable {
    private static final long GRACE_SECONDS = 3;

    private final Set<Process> running = ConcurrentHashMap.newKeySet();
    private volatile boolean closed;

    Process start(ProcessBuilder builder) throws IOException {
        if (closed) {
            throw new IOException("the run has been ended");
        }
        Process child = builder.start();
        running.removeIf(other -> !other.isAlive());
        running.add(child);

        if (closed) {
            child.destroy();
        }
        return child;
    }

    /** Whether it has been closed. */
    public boolean closed() {
        return closed;
    }

    /** Asks each to end, and makes those end that do not within a few seconds. */
    @Override
    public void close() {
        closed = true;
        for (Process child : running) {
            child.destroy();
        }
        for (Process child : running) {
            try {
                if (!child.waitFor(GRACE_SECONDS, TimeUnit.SECONDS)) {
                    child.destroyForcibly();
                }
            } catch (InterruptedException e) {
                child.destroyForcibly();
                Thread.currentThread().interrupt();
            }
        }
    }
}
