package dev.tricolor.dashboard.model.tricolour;

/** Where a collection cycle is. */
public enum Phase {
    /** No collection is under way. */
    IDLE(0),
    /** Marking beside the program; the barrier is on. */
    MARK(1),
    /** Marking what stacks that were scanned again hold; the world is stopped. Dijkstra's barrier only. */
    MARK_STOPPED(2),
    /** Freeing what stayed white, beside the program. */
    SWEEP(3);

    private final int code;

    Phase(int code) {
        this.code = code;
    }

    /** The number in a state's hash. */
    int code() {
        return code;
    }
}
