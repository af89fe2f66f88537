package dev.tricolor.dashboard.gc;

import java.time.Duration;
import java.time.Instant;

/**
 * Work of the collector beside the running application.
 *
 * <p>Instrument: {@code jdk.GCPhaseConcurrent} (level 0) and {@code jdk.GCPhaseConcurrentLevel1} (level 1); in Go the {@link
 * #GO_MARK} phase of {@code gctrace}. Phases of one
 * collection can nest or repeat (Shenandoah reports marking under two names), so durations are united, never added.
 */
public record ConcurrentPhase(Instant at, Duration duration, int gcId, String name, int level)
        implements GcEvent, Spanning {

    /** Go's mark phase. Its sweep phase is not timed by anything. */
    public static final String GO_MARK = "mark";
}
