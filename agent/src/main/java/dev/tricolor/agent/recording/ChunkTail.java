package dev.tricolor.agent.recording;

import dev.tricolor.agent.Nullable;
import java.io.Closeable;
import java.io.File;
import java.io.IOException;

/**
 * The recording's byte stream, read by following the chunk files that the JVM writes.
 *
 * <p>Why files and not {@code FlightRecorderMXBean.openStream}: it needs no JMX classes and no further thread; it takes
 * no lock of the recorder, which JFR's own shutdown hook holds while it stops the recording; and an open file outlives
 * JFR's deletion of the repository at exit, so that the last events can be read after the recording was stopped. It
 * also needs no buffer: what can't be sent stays on disk, bounded by the recording's maxsize. The property
 * {@code jdk.jfr.repository} names the folder (JDK 17 and 25).
 *
 * <p>Positions are offsets in the stream since {@link #rewind}. Not thread-safe.
 */
public final class ChunkTail implements Closeable {

    private final ChunkRepository repository;
    private final long recordingStart;
    private @Nullable ChunkFile chunk;
    private @Nullable ChunkFile following;
    private long chunkBase;
    private long inChunk;
    private long lostNanos;
    private long lostBytes;
    private long lostChunks;

    /** @param recordingStart epoch nanoseconds; the recording's first chunk begins then or later */
    ChunkTail(long recordingStart) {
        this.recordingStart = recordingStart;
        repository = new ChunkRepository(recordingStart);
    }

    /** Follows {@code recording}, which has started, from its first chunk, which is open then; closes it if that fails. */
    public static ChunkTail of(JfrRecording recording) throws IOException {
        ChunkTail tail = new ChunkTail(recording.startNanos());
        try {
            tail.poll();
            return tail;
        } catch (IOException | RuntimeException e) {
            recording.close();
            throw e;
        }
    }

    /** Looks whether the JVM has flushed; true when it has. */
    public boolean poll() throws IOException {
        ChunkFile c = chunk;
        if (c == null || (c.complete() && inChunk == c.validBytes())) {
            return next();
        }
        return c.refresh();
    }

    /** Lists the folder although nothing asks for it: the backlog while sending is held up; the next chunk at exit. */
    public void look(boolean holdNext) {
        ChunkFile c = chunk;
        repository.list(following != null ? following.startNanos() : c == null ? recordingStart - 1 : c.startNanos());
        if (holdNext && following == null && c != null) {
            following = repository.openOldest();
        }
    }

    private boolean next() throws IOException {
        ChunkFile last = chunk;
        ChunkFile next = following;
        following = null;
        if (next == null) {
            repository.list(last == null ? recordingStart - 1 : last.startNanos());
            next = repository.openOldest();
        }
        if (next == null) {
            return false;
        }
        long expected = last == null ? recordingStart : last.endNanos();
        if (next.startNanos() > expected) {
            lostNanos += next.startNanos() - expected;
            lostChunks++;
        }
        if (last != null) {
            chunkBase += last.validBytes();
            last.close();
        }
        chunk = next;
        inChunk = 0;
        return true;
    }

    /** Copies the next bytes to {@code target} from {@code at} on without moving on; 0 when none are there. */
    public int read(byte[] target, int at) throws IOException {
        ChunkFile c = chunk;
        return c == null ? 0 : c.read(inChunk, target, at);
    }

    /** Goes to stream offset {@code position} if the chunk being read holds it. */
    public boolean seek(long position) {
        ChunkFile c = chunk;
        if (position < chunkBase || (position > chunkBase && (c == null || position > chunkBase + c.validBytes()))) {
            return false;
        }
        inChunk = position - chunkBase;
        return true;
    }

    /** Begins the stream anew, as offset 0, with the oldest chunk of the recording that is still there. */
    public void rewind() throws IOException {
        ChunkFile c = chunk;
        if (c == null) {
            return;
        }
        if (following != null) {
            following.close();
            following = null;
        }
        repository.list(recordingStart - 1);
        long older = repository.waitingBytesBefore(c.startNanos());
        lostBytes += Math.max(0, chunkBase - older);
        ChunkFile oldest = older > 0 ? repository.openOldest() : null;
        if (oldest != null) {
            c.close();
            chunk = oldest;
        } else {
            repository.list(c.startNanos());
        }
        chunkBase = 0;
        inChunk = 0;
    }

    /** The offset of the next byte to read. */
    public long position() {
        return chunkBase + inChunk;
    }

    /** Bytes that can be read from the current chunk now. */
    public long available() {
        ChunkFile c = chunk;
        return c == null ? 0 : c.validBytes() - inChunk;
    }

    /** Whether the current chunk is complete and read, and none follows; look again after {@link #look}. */
    public boolean atEnd() {
        ChunkFile c = chunk;
        return c != null && following == null && c.complete() && available() == 0;
    }

    /** Whether the JVM has completed the chunk being read. */
    public boolean complete() {
        ChunkFile c = chunk;
        return c != null && c.complete();
    }

    /** When the chunk being read began, in epoch nanoseconds; 0 before the first. */
    public long chunkStartNanos() {
        ChunkFile c = chunk;
        return c == null ? 0 : c.startNanos();
    }

    /** Whether JFR has deleted its folder before a chunk of it could be opened. */
    public boolean gone() {
        File folder = ChunkRepository.folder();
        return chunk == null && (folder == null || !folder.isDirectory());
    }

    /** When the JVM flushed last, in epoch nanoseconds; 0 before the first chunk. */
    public long flushedNanos() {
        ChunkFile c = chunk;
        return c == null ? 0 : c.endNanos();
    }

    /** Bytes recorded and not yet passed, as far as seen. */
    public long backlogBytes() {
        return available() + repository.waitingBytes();
    }

    /** Bytes of chunks dropped before they could be read, where their size was known. */
    public long lostBytes() {
        return lostBytes + repository.droppedBytes();
    }

    /** Time covered by chunks that were dropped before they could be read. */
    public long lostNanos() {
        return lostNanos;
    }

    /** How often the next chunk was not the one expected. */
    public long lostChunks() {
        return lostChunks;
    }

    @Override
    public void close() throws IOException {
        if (chunk != null) {
            chunk.close();
        }
        if (following != null) {
            following.close();
        }
    }
}
