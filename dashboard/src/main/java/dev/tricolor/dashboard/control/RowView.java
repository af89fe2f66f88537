package dev.tricolor.dashboard.control;

import dev.tricolor.dashboard.gc.Collector;
import dev.tricolor.dashboard.results.GoTuning;
import dev.tricolor.dashboard.results.PlannedRow;
import dev.tricolor.dashboard.run.CollectorChoice;
import org.jspecify.annotations.Nullable;

/**
 * A planned row as the page shows it.
 *
 * @param label collector and runtime
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
        GoTuning go = GoTuning.of(row.tuning());
        Collector collector = go == null ? CollectorChoice.of(row.collector()).collector() : Collector.GO;
        return new RowView(
                row.number(),
                row.workload(),
                go == null
                        ? CollectorView.label(CollectorChoice.of(row.collector())) + " " + row.runtime()
                        : collector.label() + " " + row.runtime() + " " + go.label(),
                collector.colour(),
                row.heapBytes(),
                row.headroom(),
                row.invocation(),
                row.control());
    }
}
