package dev.tricolor.dashboard.run;

import dev.tricolor.dashboard.results.GoTuning;
import dev.tricolor.dashboard.results.PlannedRow;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One run of one workload in one process.
 *
 * @param number its place in the plan, from 1
 * @param workload its name, such as {@code churn}
 * @param arguments the workload's own
 * @param headroom the heap as a multiple of the smallest; null where a size was asked for
 * @param invocation which repetition, from 1
 * @param control whether it is the baseline's double
 */
record Row(
        int number,
        String workload,
        List<String> arguments,
        Target target,
        @Nullable Double headroom,
        int invocation,
        boolean control) {

    /** What the session is called. */
    String name() {
        return workload + "-" + target.name() + (control ? "-control" : "");
    }

    /** As it is kept on disk. */
    PlannedRow planned() {
        return new PlannedRow(
                number,
                workload,
                arguments,
                target.collector(),
                target.runtime(),
                target.version(),
                target.home(),
                target.tuning(),
                target.heapBytes(),
                headroom,
                invocation,
                control);
    }

    /**
     * From what is kept on disk.
     *
     * @throws BadRunException where its runtime has gone
     */
    static Row of(PlannedRow row, MachineFacts machine) {
        return new Row(
                row.number(),
                row.workload(),
                row.arguments(),
                target(row, machine),
                row.headroom(),
                row.invocation(),
                row.control());
    }

    private static Target target(PlannedRow row, MachineFacts machine) {
        GoTuning go = GoTuning.of(row.tuning());
        if (go == null) {
            return new JvmTarget(
                    CollectorChoice.of(row.collector()),
                    machine.jdks().select(row.home()),
                    new HeapSize(row.heapBytes()));
        }
        GoToolchain toolchain = machine.go().select(row.home());
        return new GoTarget(toolchain, go, machine.goPrograms().program(toolchain, go.greenTea()), row.heapBytes());
    }

    /** What the session is labelled with, so that the sessions of a run can be told and grouped. */
    Map<String, String> labels(String run) {
        Map<String, String> labels = new LinkedHashMap<>();
        labels.put("run", run);
        labels.put("row", String.valueOf(number));
        labels.put("workload", workload);
        labels.putAll(target.labels());
        labels.put("invocation", String.valueOf(invocation));
        if (control) {
            labels.put("control", "yes");
        }
        return labels;
    }
}
