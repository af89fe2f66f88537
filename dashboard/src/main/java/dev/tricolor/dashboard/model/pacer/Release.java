package dev.tricolor.dashboard.model.pacer;

/** The pacers that differ: 1.19 and 1.20, and what came after. */
public enum Release {
    /** Cons/mark smoothed by a PI controller; stacks count as allocated, not as scanned; 1 MiB kept clear of the limit. */
    GO_1_19,
    /** The largest cons/mark of the last five cycles; 3 % kept clear of the limit, at least 1 MiB. */
    GO_1_26
}
