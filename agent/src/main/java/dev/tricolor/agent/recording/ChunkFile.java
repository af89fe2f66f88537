package dev.tricolor.agent.recording;

import java.io.Closeable;
import java.io.File;
import java.io.IOException;

/**
 * One chunk file, open for reading: it stays readable after JFR has deleted it, which JFR does at exit.
 */
final class ChunkFile implements Closeable {

    private final RawFile file;
    private final ChunkHeader header = new ChunkHeader();
    private final long startNanos;
    private long validBytes;
    private long endNanos;
    private boolean complete;

    private ChunkFile(RawFile file) throws IOException {
        this.file = file;
        if (!header.read(file)) {
            throw new IOException("no header yet");
        }
        startNanos = header.startNanos();
        take();
    }

    /** Opens the file at {@code path}, which must have a header already. */
    static ChunkFile open(File path) throws IOException {
        RawFile file = new RawFile(path);
        try {
            return new ChunkFile(file);
        } catch (IOException | RuntimeException e) {
            file.close();
            throw e;
        }
    }

    /** Reads the header again; true when the JVM has flushed or completed the chunk since. */
    boolean refresh() throws IOException {
        if (complete || !header.read(file)) {
            return false;
        }
        take();
        return true;
    }

    private void take() {
        validBytes = header.validBytes();
        endNanos = header.endNanos();
        complete = header.complete();
    }

    /**
     * Copies stream bytes from {@code position} to {@code target} from {@code at} on, as many as are valid and fit.
     *
     * <p>The stream's form of a header has size, constant-pool offset, metadata offset and duration zeroed and state 1,
     * as in the stream of {@code FlightRecorderMXBean}; the true headers travel inside the flush events.
     */
    int read(long position, byte[] target, int at) throws IOException {
        int length = (int) Math.max(0, Math.min(target.length - at, validBytes - position));
        for (int done = 0; done < length; ) {
            int n = file.read(position + done, target, at + done, length - done);
            if (n < 0) {
                throw new IOException("chunk file is shorter than its header says");
            }
            done += n;
        }
        if (position < ChunkHeader.SIZE) {
            for (int i = 0; i < Math.min(length, ChunkHeader.SIZE - position); i++) {
                target[at + i] = inStream((int) position + i, target[at + i]);
            }
        }
        return length;
    }

    private static byte inStream(int at, byte inFile) {
        if (at == ChunkHeader.STATE_AT) {
            return 1;
        }
        boolean open = (at >= ChunkHeader.CHUNK_SIZE_AT && at < ChunkHeader.START_AT)
                || (at >= ChunkHeader.DURATION_AT && at < ChunkHeader.DURATION_AT + Long.BYTES);
        return open ? 0 : inFile;
    }

    /** How many bytes from the start may be read: up to the last flush. */
    long validBytes() {
        return validBytes;
    }

    long startNanos() {
        return startNanos;
    }

    /** When the JVM flushed last, in epoch nanoseconds. */
    long endNanos() {
        return endNanos;
    }

    boolean complete() {
        return complete;
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
