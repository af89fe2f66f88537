package dev.tricolor.dashboard.gc;

import java.time.Instant;

/**
 * A workload's own word about itself: begun, under way, or finished.
 *
 * <p>Instrument: {@code tricolor.WorkloadStart}, {@code tricolor.WorkloadProgress}, {@code tricolor.WorkloadResult}; in Go the
 * {@code workload} line.
 *
 * @param workload its name, such as {@code churn}
 * @param operations done so far
 * @param total operations to do, or 0 where it runs for a time
 * @param json the result line for {@link Stage#FINISHED}, else empty
 */
public record WorkloadMark(Instant at, Stage stage, String workload, long operations, long total, String json)
        implements GcEvent {

    /** How far the workload is. */
    public enum Stage {
        STARTED,
        RUNNING,
        FINISHED
    }
}
