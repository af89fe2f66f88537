package dev.tricolor.dashboard.control;

/** How far a run from a page is. */
enum RunState {
    /** It is looked at what to run, or smallest heaps are looked for. */
    PREPARING("preparing", true),
    RUNNING("running", true),
    CANCELLING("cancelling", true),
    /** Every row has ended, in whichever way. */
    FINISHED("finished", false),
    CANCELLED("cancelled", false),
    /** It could not go on; what was finished before is kept. */
    FAILED("failed", false);

    private final String word;
    private final boolean going;

    RunState(String word, boolean going) {
        this.word = word;
        this.going = going;
    }

    /** The word in JSON. */
    String word() {
        return word;
    }

    /** Whether it holds up another one. */
    boolean going() {
        return going;
    }
}
