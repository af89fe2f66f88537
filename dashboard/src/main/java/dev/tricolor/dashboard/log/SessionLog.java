package dev.tricolor.dashboard.log;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** The append-only log of one session. Thread-safe. */
public final class SessionLog {

    public SessionMeta meta() {
        throw new UnsupportedOperationException("being written");
    }

    /** How many bytes are held, which is the offset at which the next ones go. */
    public long size() {
        throw new UnsupportedOperationException("being written");
    }

    /** The chunk files, oldest first; the last one may still grow. */
    public List<Path> chunks() {
        throw new UnsupportedOperationException("being written");
    }

    /** Marks the session as ended. */
    public void end(String reason) throws IOException {
        throw new UnsupportedOperationException("being written");
    }
}
