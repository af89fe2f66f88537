package dev.tricolor.dashboard.control;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a page is told of a run while it goes on.
 *
 * @param state a {@link RunState}'s word, or "elsewhere" where another process runs for this data folder, or
 *     "none"
 * @param searching what the search for smallest heaps tries; null where there is none now
 * @param current number of the row that runs; null where none does
 * @param currentNs since when it runs
 * @param finished those that were not told before
 * @param done how many are finished in all
 * @param of how many there are
 * @param leftNs time left as far as finished rows tell; null where they do not
 * @param why it failed, or who runs elsewhere; empty otherwise
 */
record RunProgress(
        String state,
        @Nullable Searching searching,
        @Nullable Integer current,
        long currentNs,
        List<FinishedRow> finished,
        int done,
        int of,
        @Nullable Long leftNs,
        String why) {

    /** The search for a smallest heap: which of how many, and the size that is tried. */
    record Searching(String workload, String setup, long heapBytes, int search, int searches) {}

    /** A row that has ended; the session is null where the agent never reached the dashboard. */
    record FinishedRow(
            int number,
            String outcome,
            String detail,
            long tookNs,
            @Nullable String session) {}

    /** Where no run of this dashboard's is going on. */
    static RunProgress idle(String state, String why) {
        return new RunProgress(state, null, null, 0, List.of(), 0, 0, null, why);
    }
}
