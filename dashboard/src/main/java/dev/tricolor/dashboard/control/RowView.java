package dev.tricolor.dashboard.control;

import dev.tricolor.dashboard.results.PlannedRow;
import dev.tricolor.dashboard.run.CollectorChoice;
import org.jspecify.annotations.Nullable;

/**
 * A planned row as the page shows it.
 *
 * @param label collector and JDK
 * @param headroom the heap as a multiple of the smallest; null where a size was given
 */
record RowView(
        int number,
        String workload,
        String label,
        String colour,
        long heapBytes,
        @Nullable Double headroom,
        int invocation,
        boolean control) {

    static RowView of(PlannedRow row) {
        CollectorView collector = CollectorView.of(CollectorChoice.of(row.collector()), row.jdk());
        return new RowView(
                row.number(),
                row.workload(),
                collector.label() + " " + row.jdk(),
                collector.colour(),
                row.heapBytes(),
                row.headroom(),
                row.invocation(),
                row.control());
    }
}
