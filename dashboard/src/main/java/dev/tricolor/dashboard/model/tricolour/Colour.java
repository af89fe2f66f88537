package dev.tricolor.dashboard.model.tricolour;

/** What the collector knows of a cell of the heap. */
public enum Colour {
    /** No object is here. */
    FREE(0),
    /** Not seen in this cycle. */
    WHITE(1),
    /** Seen, but not what it points to. */
    GREY(2),
    /** Seen, with all that it points to. */
    BLACK(3);

    private final int code;

    Colour(int code) {
        this.code = code;
    }

    /** The number in a state's hash. */
    int code() {
        return code;
    }
}
