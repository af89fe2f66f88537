package dev.tricolor.dashboard.results;

import java.util.List;

/**
 * The smallest heap in which a workload completes, found by bisection.
 *
 * @param arguments the workload's own
 * @param bytes of {@code -Xmx}; 0 where it did not complete in any heap that was tried
 * @param probes how many runs it took
 */
public record SmallestHeap(
        String workload,
        List<String> arguments,
        String collector,
        int jdk,
        String jdkVersion,
        long bytes,
        int probes) {}
