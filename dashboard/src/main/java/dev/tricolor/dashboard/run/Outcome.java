package dev.tricolor.dashboard.run;

/** How a child ended. */
public enum Outcome {
    OK("ok"),
    /** It ran to its end and says that one of its own checks failed. */
    INVARIANT_BROKEN("invariant broken"),
    OUT_OF_MEMORY("out of memory"),
    /** A signal that was not ours ended it. */
    KILLED("killed"),
    /** The workload does not take these arguments, or not on this JDK. */
    REFUSED("refused"),
    FAILED("failed"),
    TIMED_OUT("timed out"),
    /** Ended by us, because the run was. */
    CANCELLED("cancelled");

    private final String word;

    Outcome(String word) {
        this.word = word;
    }

    /** The word in tables and in JSON. */
    public String word() {
        return word;
    }
}
