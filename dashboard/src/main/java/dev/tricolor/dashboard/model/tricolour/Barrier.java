package dev.tricolor.dashboard.model.tricolour;

/**
 * A write barrier: what a store into the heap shades while marking, and what that asks of the stacks.
 *
 * <p>No barrier watches stores to stacks: they are too many. The hybrid is from the Go proposal 17503, "Eliminate STW stack
 * re-scanning".
 */
public enum Barrier {
    /** Stores shade nothing. Loses objects. */
    NONE("none"),
    /** Shades the pointer stored. Stacks stay grey and are scanned again at the end, with the world stopped. */
    DIJKSTRA("Dijkstra, insertion"),
    /** Shades the pointer overwritten. All stacks must be scanned at one moment, before anything else. */
    YUASA("Yuasa, deletion"),
    /** Yuasa's with the stacks scanned one by one beside the program, which breaks its condition. Loses objects. */
    YUASA_UNGUARDED("Yuasa without its snapshot of the stacks"),
    /** Shades the pointer overwritten, and the one stored while the stack of the storing thread is grey. */
    HYBRID_PAPER("hybrid, as in the proposal"),
    /** Shades both, whatever the stack's colour: cheaper than to ask. */
    HYBRID_GO("hybrid, as Go builds it");

    private final String label;

    Barrier(String label) {
        this.label = label;
    }

    /** The name on the page. */
    public String label() {
        return label;
    }

    /** Whether no object that is reachable is ever freed under it. */
    public boolean sound() {
        return this != NONE && this != YUASA_UNGUARDED;
    }

    boolean shadesOverwritten() {
        return this != NONE && this != DIJKSTRA;
    }

    boolean shadesStored(boolean stackIsGrey) {
        return this == DIJKSTRA || this == HYBRID_GO || (this == HYBRID_PAPER && stackIsGrey);
    }

    /** Whether all stacks are scanned when the cycle starts, with the world stopped. */
    boolean scansStacksAtStart() {
        return this == YUASA;
    }

    /** Whether all stacks are scanned again when marking is over, with the world stopped. */
    boolean rescansStacks() {
        return this == DIJKSTRA;
    }
}
