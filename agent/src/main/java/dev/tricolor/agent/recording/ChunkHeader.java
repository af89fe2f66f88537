package dev.tricolor.agent.recording;

import java.io.IOException;
import java.nio.ByteBuffer;

/**
 * The 68 bytes at the start of a JFR chunk file, read while the JVM rewrites them.
 *
 * <p>Big-endian: magic {@code FLR\0}, version, then size at 8, constant-pool offset at 16, metadata offset at 24, start
 * in epoch nanoseconds at 32, duration at 40, start ticks at 48, ticks a second at 56, file state at 64, flags at 67.
 * State 255 means that the JVM is rewriting the header, 0 that the chunk is complete, any other that it grows. The JVM
 * counts the state up at each flush (about one a second), so a header between two equal states is one piece.
 */
final class ChunkHeader {

    static final int SIZE = 68;
    static final int CHUNK_SIZE_AT = 8;
    static final int START_AT = 32;
    static final int DURATION_AT = 40;
    static final int STATE_AT = 64;

    private static final int MAGIC = 0x464c5200;
    private static final int UPDATING = 255;

    private final ByteBuffer bytes = ByteBuffer.allocate(SIZE);
    private int state = UPDATING;

    /**
     * Reads the header anew; false when it is as it was, when there is none yet, or when the JVM is rewriting it.
     *
     * <p>One system call where nothing has changed, which is the usual case.
     */
    boolean read(RawFile file) throws IOException {
        if (file.read(0, bytes.array(), 0, SIZE) < SIZE) {
            return false;
        }
        if (bytes.getInt(0) != MAGIC) {
            throw new IOException("not a JFR chunk");
        }
        int now = bytes.get(STATE_AT) & 0xff;
        if (now == state || now == UPDATING) {
            return false;
        }
        // What lies between two equal states is one piece, so: all of it once more.
        if (file.read(0, bytes.array(), 0, SIZE) < SIZE || (bytes.get(STATE_AT) & 0xff) != now) {
            return false;
        }
        state = now;
        return true;
    }

    /** How many bytes of the file are valid; 0 before the first flush, when the header is all there is. */
    long validBytes() {
        long size = bytes.getLong(CHUNK_SIZE_AT);
        return size > SIZE ? size : 0;
    }

    long startNanos() {
        return bytes.getLong(START_AT);
    }

    /** When the chunk was flushed last or completed, in epoch nanoseconds. A completed chunk's end is its successor's start. */
    long endNanos() {
        return startNanos() + bytes.getLong(DURATION_AT);
    }

    boolean complete() {
        return state == 0;
    }
}
