package dev.tricolor.workloads.engine;

import dev.tricolor.workloads.report.Result;
import dev.tricolor.workloads.spec.Parameters;

/** Is told how a run goes: people's progress line, JFR events. Called by the engine's thread alone. */
public interface Observer {
    /** The measured part starts now. */
    default void measuredPartStarts(String workload, Parameters parameters) {}

    /** The measured part has ended; its result is not yet put together. */
    default void measuredPartEnded() {}

    /** About once a second, and at the end of each phase. */
    default void progress(Progress progress) {}

    /** The measured part has ended and its result is complete; only printing follows. */
    default void result(Result result, String json) {}

    /**
     * How far a phase has come.
     *
     * @param total operations of the phase, or -1 if it is bounded by time
     * @param elapsedNanos since the phase's start
     * @param totalNanos of the phase, or -1 if it is bounded by operations
     */
    record Progress(String workload, Phase phase, long operations, long total, long elapsedNanos, long totalNanos) {}
}
