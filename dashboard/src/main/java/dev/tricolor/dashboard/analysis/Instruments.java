package dev.tricolor.dashboard.analysis;

import dev.tricolor.dashboard.gc.Collector;
import dev.tricolor.dashboard.gc.GoMetric;
import dev.tricolor.dashboard.gc.Pause;
import dev.tricolor.dashboard.gc.Timeline;

/** The names of the instruments that numbers come from, which differ between the JVM and Go. */
final class Instruments {
    private static final String TRACE = "gctrace, two digits below 10 ms and whole milliseconds above, cut off";

    private Instruments() {}

    static boolean go(Timeline timeline) {
        return timeline.runtime().collector() == Collector.GO;
    }

    static String pauses(Timeline timeline) {
        if (!go(timeline)) {
            return "jdk.GCPhasePause, nanosecond ticks; without the way into and out of the safepoint; the last one to"
                    + " three collections before exit are not in the recording";
        }
        String trace = TRACE + "; with the way to the stop in it";
        String sums = "ReadGCStats: the sum of a cycle's stops as if it were one, so no single stop is as long";
        if (timeline.pauses().stream().noneMatch(Pause::sum)) {
            return trace;
        }
        return timeline.go().traced() ? trace + "; where it is missing " + sums : sums;
    }

    static String cycles(Timeline timeline) {
        if (!go(timeline)) {
            return "jdk.GarbageCollection; the last one to three collections before exit are not in the recording";
        }
        return timeline.go().traced()
                ? "gctrace, from the first stop to the end of the second; sweeping is not timed"
                : "ReadGCStats, which tells when a cycle ended";
    }

    static String stalls(Timeline timeline) {
        return go(timeline)
                ? "gctrace, CPU time of each cycle's mark assists; without the time in which goroutines waited for credit"
                : "jdk.ZAllocationStall, no threshold: a thread waits for a page";
    }

    static String heap(Timeline timeline) {
        if (!go(timeline)) {
            return "jdk.GCHeapSummary, before and after each collection only";
        }
        return timeline.go().traced()
                ? "gctrace, when a cycle begins, when marking ends and what was marked; MiB, cut off"
                : GoMetric.HEAP_OBJECTS.id() + ", ten times a second; what lies between two readings is not seen";
    }

    static String allocation(Timeline timeline) {
        return go(timeline)
                ? GoMetric.ALLOCATED.id() + ", ten times a second; a processor's span counts when it is swapped"
                : "tricolor.Allocation: ThreadMXBean's total once a second, exact to one thread-local buffer a thread";
    }

    /** The counter's name alone. */
    static String allocationCounter(Timeline timeline) {
        return go(timeline) ? GoMetric.ALLOCATED.id() : "tricolor.Allocation";
    }

    /** The growth of the heap instead of a counter. */
    static String growth(Timeline timeline) {
        return go(timeline)
                ? "gctrace: heap at a cycle's start less what the one before had marked, and growth while marking; MiB, cut off"
                : "jdk.GCHeapSummary: used before a collection less used after the one before; without what is allocated"
                        + " during collections";
    }

    static String memory(Timeline timeline) {
        return go(timeline) ? "the Go agent's reading" : "tricolor.ProcessMemory";
    }

    static String agent(Timeline timeline) {
        return go(timeline) ? "the Go agent's own word, once a second" : "tricolor.AgentStatus, once a second";
    }

    static String workloadStart(Timeline timeline) {
        return go(timeline) ? "the workload's start" : "tricolor.WorkloadStart";
    }

    static String workloadResult(Timeline timeline) {
        return go(timeline) ? "the workload's result" : "tricolor.WorkloadResult";
    }
}
