package dev.tricolor.dashboard.model.tricolour;

/** Which grey object is scanned next. */
public enum Order {
    /** The one shaded last, wherever it lies: Go's collector up to 1.25. */
    OBJECTS_LIFO,
    /** All grey objects of the span that waits longest: Green Tea, the default from 1.26 on. */
    SPANS_FIFO
}
