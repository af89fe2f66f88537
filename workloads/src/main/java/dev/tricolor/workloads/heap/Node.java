package dev.tricolor.workloads.heap;

/**
 * A small object with a payload: 32 bytes on HotSpot with compressed references (12 header, 8 long, 3 × 4 references),
 * 48 without; asks for 32 bytes by our definition (one long and three references at 8 each), its payload not counted.
 */
public class Node {
    public static final int REQUESTED_BYTES = 32;

    public final long id;
    public final byte[] data;
    public @org.jspecify.annotations.Nullable Node first;
    public @org.jspecify.annotations.Nullable Node second;

    /** Marks both ends of the payload with the id, so that a lost or mixed-up object is noticed. */
    public Node(long id, int dataBytes) {
        this.id = id;
        byte[] bytes = new byte[dataBytes];
        bytes[0] = (byte) id;
        bytes[dataBytes - 1] = (byte) id;
        data = bytes;
    }

    /** Whether the payload still bears the marks. */
    public final boolean intact() {
        return data[0] == (byte) id && data[data.length - 1] == (byte) id;
    }

    /** What a checksum takes from this object: read from the heap, not remembered. */
    public final long fingerprint() {
        return id * 31 + data.length * 7L + (data[data.length - 1] & 0xff);
    }
}
