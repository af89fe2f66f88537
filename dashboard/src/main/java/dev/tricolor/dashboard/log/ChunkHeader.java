package dev.tricolor.dashboard.log;

import java.nio.ByteBuffer;
import java.time.Instant;

/**
 * The 68 bytes at the start of a JFR chunk.
 *
 * <p>Layout, big-endian: magic {@code FLR\0}, version 2+2, size @8, constant-pool offset @16, metadata offset @24, start
 * (ns since the epoch) @32, duration (ns) @40, start ticks @48, ticks per second @56, file state @64 (0 = complete),
 * flags @65..67.
 *
 * @param size bytes of the chunk that are valid, the header included
 * @param constantPool offset of the newest checkpoint event in the chunk
 * @param metadata offset of the newest metadata event in the chunk
 * @param bytes the header itself; not to be changed
 */
@SuppressWarnings("ArrayRecordComponent") // never compared, and copied where it leaves
public record ChunkHeader(
        long size, long constantPool, long metadata, long startNanos, long durationNanos, byte state, byte[] bytes) {

    public static final int SIZE = 68;
    private static final int MAGIC = 0x464C5200;
    private static final int STATE_AT = 64;

    /** Reads a header; throws where the bytes do not begin a JFR chunk of a version that can be read. */
    public static ChunkHeader parse(byte[] bytes) throws MalformedLogException {
        ByteBuffer b = ByteBuffer.wrap(bytes);
        if (bytes.length != SIZE || b.getInt(0) != MAGIC) {
            throw new MalformedLogException("no JFR chunk begins here");
        }
        if (b.getShort(4) != 2) {
            throw new MalformedLogException("JFR chunk version " + b.getShort(4) + " instead of 2");
        }
        return new ChunkHeader(
                b.getLong(8),
                b.getLong(16),
                b.getLong(24),
                b.getLong(32),
                b.getLong(40),
                b.get(STATE_AT),
                bytes.clone());
    }

    /** Whether the JVM has written all of this chunk. */
    public boolean complete() {
        return state == 0 && metadata != 0;
    }

    /** Whether any event can be read yet: before the first flush a chunk has no metadata. */
    public boolean readable() {
        return metadata != 0;
    }

    public Instant start() {
        return Instant.ofEpochSecond(0, startNanos);
    }

    /** Up to when the chunk's valid bytes reach. */
    public Instant end() {
        return Instant.ofEpochSecond(0, startNanos + durationNanos);
    }

    /** The header as it stands on disk: always marked complete, because readers wait for ever for a chunk that is not. */
    public byte[] onDisk() {
        byte[] copy = bytes.clone();
        copy[STATE_AT] = 0;
        return copy;
    }
}
