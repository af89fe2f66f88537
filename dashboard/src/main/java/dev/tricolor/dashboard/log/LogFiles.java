package dev.tricolor.dashboard.log;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** The files that hold one session's bytes. Not thread-safe: {@link SessionLog} guards it. */
interface LogFiles extends AutoCloseable {

    /** Bytes held. */
    long size();

    /** Adds {@code length} bytes and returns once they are on disk; throws with nothing changed where they are refused. */
    void append(byte[] block, int length) throws IOException;

    /** The files, oldest first. */
    List<Path> files();

    /** No more will come: cuts off what no reader could use. */
    void finish() throws IOException;

    @Override
    void close() throws IOException;
}
