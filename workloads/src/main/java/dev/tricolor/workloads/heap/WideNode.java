package dev.tricolor.workloads.heap;

import org.jspecify.annotations.Nullable;

/** A node with more than two references; the others lie in an array of its own. */
public final class WideNode extends Node {
    public final @Nullable Node[] more;

    public WideNode(long id, int dataBytes, int references) {
        super(id, dataBytes);
        more = new @Nullable Node[references - 2];
    }

    /** What the extra references ask for: one reference to the array and the array's elements. */
    public static int extraRequestedBytes(int references) {
        return 8 + 8 * (references - 2);
    }
}
