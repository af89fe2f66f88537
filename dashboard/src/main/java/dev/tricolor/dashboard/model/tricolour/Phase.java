package dev.tricolor.dashboard.model.tricolour;

/** Where a collection cycle is. */
public enum Phase {
    /** No collection is under way. */
    IDLE,
    /** Marking beside the program; the barrier is on. */
    MARK,
    /** Marking what stacks that were scanned again hold; the world is stopped. Dijkstra's barrier only. */
    MARK_STOPPED,
    /** Freeing what stayed white, beside the program. */
    SWEEP
}
