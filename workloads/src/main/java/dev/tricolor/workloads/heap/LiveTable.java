package dev.tricolor.workloads.heap;

import org.jspecify.annotations.Nullable;

/**
 * A live set: numbered slots that each hold one object. The slots lie in segments of 4 to 8 KB, so that the table itself
 * is not a large object on any heap. Used by one thread.
 */
public final class LiveTable {
    private static final int SEGMENT_BITS = 10;
    private static final int SEGMENT_SLOTS = 1 << SEGMENT_BITS;

    private final int slots;
    private final @Nullable Node[][] segments;

    public LiveTable(int slots) {
        this.slots = slots;
        segments = new @Nullable Node[(slots + SEGMENT_SLOTS - 1) >>> SEGMENT_BITS][];
        for (int i = 0; i < segments.length; i++) {
            segments[i] = new @Nullable Node[SEGMENT_SLOTS];
        }
    }

    public int slots() {
        return slots;
    }

    public @Nullable Node get(int slot) {
        return segments[slot >>> SEGMENT_BITS][slot & (SEGMENT_SLOTS - 1)];
    }

    /** Puts a node, or null, into a slot and answers what was there. */
    public @Nullable Node put(int slot, @Nullable Node node) {
        @Nullable Node[] segment = segments[slot >>> SEGMENT_BITS];
        int i = slot & (SEGMENT_SLOTS - 1);
        Node before = segment[i];
        segment[i] = node;
        return before;
    }

    /** How many slots hold an object that is intact. */
    public long countIntact() {
        long count = 0;
        for (int i = 0; i < slots; i++) {
            Node node = get(i);
            if (node != null && node.intact()) {
                count++;
            }
        }
        return count;
    }

    /** The sum of the ids of all objects held, wrapping around at 2^64. */
    public long sumOfIds() {
        long sum = 0;
        for (int i = 0; i < slots; i++) {
            Node node = get(i);
            if (node != null) {
                sum += node.id;
            }
        }
        return sum;
    }

    /** A fold of all objects held, in the order of their slots. */
    public long fingerprint() {
        long fold = 0;
        for (int i = 0; i < slots; i++) {
            Node node = get(i);
            fold = SplitMix64.mix(fold + (node == null ? 0 : node.fingerprint()));
        }
        return fold;
    }
}
