package dev.tricolor.dashboard.results;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a run was asked for and where it runs: {@code run.json}, written before its first row.
 *
 * @param id such as {@code 20261124-173000}
 * @param started ISO-8601, UTC
 * @param machine in words: processors, memory, kernel
 * @param pinned the processors that children may use; empty where all
 * @param limitMinutes after which a child is ended
 * @param baseline what ratios are taken against, at the same workload and heap
 * @param rows in the order in which they go
 * @param skipped collectors that some JDK lacks, in words
 * @param smallest heaps found for it; empty where sizes were given
 */
public record RunHeader(
        String id,
        String started,
        String tricolor,
        String machine,
        String pinned,
        int limitMinutes,
        @Nullable Baseline baseline,
        List<PlannedRow> rows,
        List<String> skipped,
        List<SmallestHeap> smallest) {

    public RunHeader {
        rows = List.copyOf(rows);
        skipped = List.copyOf(skipped);
        smallest = List.copyOf(smallest);
    }

    /** The same run with its ratios taken against another setup. */
    public RunHeader against(@Nullable Baseline other) {
        return new RunHeader(id, started, tricolor, machine, pinned, limitMinutes, other, rows, skipped, smallest);
    }

    /** Which of the setups the others are compared with. */
    public record Baseline(String collector, String runtime, String tuning) {

        /** As it is asked for, such as {@code g1-17} or {@code go-1.26-gogc100}. */
        public String word() {
            return collector + "-" + runtime + (tuning.isEmpty() ? "" : "-" + tuning.replace("=", ""));
        }

        /** Whether that setup is it; the control is not, it is compared with it. */
        public boolean is(Setup setup) {
            return !setup.control()
                    && setup.collector().equals(collector)
                    && setup.runtime().equals(runtime)
                    && setup.tuning().equals(tuning);
        }
    }
}
