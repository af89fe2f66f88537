package dev.tricolor.dashboard.run;

import dev.tricolor.dashboard.results.RowRecord;
import java.util.Arrays;

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

    /** The outcome of that word. */
    public static Outcome of(String word) {
        return Arrays.stream(values())
                .filter(o -> o.word.equals(word))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no outcome \"" + word + "\""));
    }

    /** What became of a row, in a few words. */
    public static String words(RowRecord row) {
        return words(row.outcome(), row.detail());
    }

    static String words(String word, String detail) {
        return detail.isEmpty() ? word : word + " (" + detail + ")";
    }

    /** The word in tables and in JSON. */
    public String word() {
        return word;
    }
}
