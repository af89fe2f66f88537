package dev.tricolor.dashboard.log;

/**
 * One event's frame in a JFR chunk: how long it is and of which type, without its content.
 *
 * <p>JFR writes integers as LEB128 with at most nine bytes, the ninth with all eight bits.
 *
 * @param size bytes of the event, its own size field included
 * @param type 0 = metadata, 1 = checkpoint (constants), else a type defined by the metadata
 */
public record EventFrame(long size, long type) {

    /** The longest a frame's size and type can be. */
    public static final int MAX_BYTES = 18;

    public static final long METADATA = 0;
    public static final long CHECKPOINT = 1;

    /** Reads the frame at {@code at}; null where {@code limit} comes before its end. */
    public static @org.jspecify.annotations.Nullable EventFrame read(byte[] bytes, int at, int limit) {
        int afterSize = skip(bytes, at, limit);
        if (afterSize < 0) {
            return null;
        }
        int afterType = skip(bytes, afterSize, limit);
        return afterType < 0 ? null : new EventFrame(varint(bytes, at), varint(bytes, afterSize));
    }

    /** Where the integer that begins at {@code at} ends; -1 where {@code limit} comes first. */
    static int skip(byte[] bytes, int at, int limit) {
        for (int i = 0; i < 9; i++) {
            if (at + i >= limit) {
                return -1;
            }
            if (bytes[at + i] >= 0 || i == 8) {
                return at + i + 1;
            }
        }
        return -1;
    }

    static long varint(byte[] bytes, int at) {
        long value = 0;
        for (int i = 0; i < 8; i++) {
            byte b = bytes[at + i];
            value |= (b & 0x7FL) << (7 * i);
            if (b >= 0) {
                return value;
            }
        }
        return value | ((bytes[at + 8] & 0xFFL) << 56);
    }

    /** A frame without content of exactly {@code length} bytes that readers step over: an empty checkpoint. */
    public static byte[] skipping(long length) {
        if (length < 2) {
            throw new IllegalArgumentException("no event is shorter than two bytes: " + length);
        }
        byte[] frame = new byte[10];
        int n = 0;
        long rest = length;
        while (rest >= 0x80) {
            frame[n++] = (byte) ((rest & 0x7F) | 0x80);
            rest >>>= 7;
        }
        frame[n++] = (byte) rest;
        frame[n++] = (byte) CHECKPOINT;
        return java.util.Arrays.copyOf(frame, n);
    }
}
