package dev.tricolor.dashboard.model.tricolour;

/** What the collector knows of a cell of the heap. */
public enum Colour {
    /** No object is here. */
    FREE,
    /** Not seen in this cycle. */
    WHITE,
    /** Seen, but not what it points to. */
    GREY,
    /** Seen, with all that it points to. */
    BLACK
}
