package dev.tricolor.dashboard.decode;

import dev.tricolor.dashboard.gc.Timeline;
import dev.tricolor.dashboard.log.SessionLog;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * Decodes one session's log as far as it has come; one implementation for each format. Not thread-safe: {@link Timelines}
 * calls it from one thread at a time.
 */
interface SessionDecoder extends AutoCloseable {

    /** For the log's own format; {@code view} is a file name of its own that may be written. */
    static SessionDecoder of(SessionLog log, Path view) {
        return log.meta().format().equals("ndjson") ? new NdjsonDecoder(log) : new JfrDecoder(log, view);
    }

    /** Decodes what is new; false where nothing was. */
    boolean advance();

    Timeline timeline();

    /** Events seen so far, by type. */
    Map<String, Long> counts();

    /** Up to when the log's data reaches; EPOCH before any. */
    Instant dataUntil();

    /** What could not be decoded, in words; empty when all is well. */
    List<String> problems();

    @Override
    void close();
}
