package dev.tricolor.dashboard.control;

import dev.tricolor.dashboard.results.PlannedRow;
import dev.tricolor.dashboard.results.Setup;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/**
 * How long the rows of a run that are left may take: each as long as finished rows of its setup took on average, else those of
 * its workload, else all. Not thread-safe.
 */
final class TimeLeft {
    private final Map<Object, Mean> means = new HashMap<>();
    private Mean all = new Mean(0, 0);

    /** Rows that went before: their sum and number. */
    private record Mean(long sumNs, int count) {
        Mean plus(long ns) {
            return new Mean(sumNs + ns, count + 1);
        }

        long ns() {
            return sumNs / count;
        }
    }

    /** A row was finished in that time. */
    void finished(PlannedRow row, long tookNs) {
        for (Object key : List.of(withoutControl(row), row.workload())) {
            means.put(key, means.getOrDefault(key, new Mean(0, 0)).plus(tookNs));
        }
        all = all.plus(tookNs);
    }

    /**
     * From now.
     *
     * @param left rows that are not finished, the one that runs now first
     * @param runningNs since when that one runs; 0 where none does
     * @return nanoseconds; empty where nothing is finished yet
     */
    OptionalLong of(List<PlannedRow> left, long runningNs) {
        if (means.isEmpty()) {
            return OptionalLong.empty();
        }
        long sum = 0;
        for (int i = 0; i < left.size(); i++) {
            long expected = expected(left.get(i));
            sum += i == 0 ? Math.max(0, expected - runningNs) : expected;
        }
        return OptionalLong.of(sum);
    }

    private long expected(PlannedRow row) {
        for (Object key : List.of(withoutControl(row), row.workload())) {
            Mean mean = means.get(key);
            if (mean != null) {
                return mean.ns();
            }
        }
        return all.ns();
    }

    private static Setup withoutControl(PlannedRow row) {
        return new Setup(row.workload(), row.collector(), row.runtime(), row.tuning(), row.heapBytes(), false);
    }
}
