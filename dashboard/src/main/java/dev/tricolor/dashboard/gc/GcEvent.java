package dev.tricolor.dashboard.gc;

import java.time.Instant;

/**
 * One thing that a runtime reported about its memory management.
 *
 * <p>Pause (the world stopped), stall (one thread held up), cycle (start to end of a collection, mostly concurrent for
 * some collectors) and CPU time are four different things and stay four different types.
 */
public sealed interface GcEvent
        permits Pause,
                Cycle,
                ConcurrentPhase,
                Stall,
                Safepoint,
                HeapSample,
                CpuSample,
                AllocationSample,
                ProcessMemorySample,
                MutatorSample,
                AgentStatus,
                WorkloadMark,
                KnobChange,
                KnobRefusal,
                KnobState,
                TracedCycle,
                GoMetricSample,
                GoStops {

    /** When it happened; for something with a duration, when it began. */
    Instant at();
}
