package dev.tricolor.dashboard.results;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One row of a run as it was planned: one workload in one process, once.
 *
 * @param number its place in the plan, from 1
 * @param arguments the workload's own, such as {@code --ops=20m}
 * @param collector such as {@code g1}, or {@code go}
 * @param runtime the JDK's feature release or Go's, such as {@code 17} or {@code 1.26}
 * @param version such as {@code 17.0.15} or {@code 1.26.8}
 * @param home the JDK's folder, or the {@code go} command
 * @param tuning {@link GoTuning#text()}; empty for a JVM
 * @param heapBytes of {@code -Xms} and {@code -Xmx}; for Go the memory that it is compared at, its limit where it has one; 0
 *     where it is compared at none
 * @param headroom the heap as a multiple of the smallest; null where a size was given
 * @param invocation which repetition, from 1
 * @param control whether this is the baseline once more, under another name: A/A
 */
public record PlannedRow(
        int number,
        String workload,
        List<String> arguments,
        String collector,
        String runtime,
        String version,
        String home,
        String tuning,
        long heapBytes,
        @Nullable Double headroom,
        int invocation,
        boolean control) {

    public PlannedRow {
        arguments = List.copyOf(arguments);
    }

    /** What it shares with its other invocations. */
    @JsonIgnore
    public Setup setup() {
        return new Setup(workload, collector, runtime, tuning, heapBytes, control);
    }

    /** Whether every invocation does the same work, so that the checksums must agree. */
    @JsonIgnore
    public boolean fixedWork() {
        return arguments.stream().noneMatch(a -> a.startsWith("--duration"));
    }
}
