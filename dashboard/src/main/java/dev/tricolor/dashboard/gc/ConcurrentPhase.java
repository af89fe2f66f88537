package dev.tricolor.dashboard.gc;

import java.time.Duration;
import java.time.Instant;

/**
 * Work of the collector beside the running application.
 *
 * <p>Instrument: {@code jdk.GCPhaseConcurrent} (level 0) and {@code jdk.GCPhaseConcurrentLevel1} (level 1). Phases of one
 * collection can nest or repeat (Shenandoah reports marking under two names), so durations are united, never added.
 */
public record ConcurrentPhase(Instant at, Duration duration, int gcId, String name, int level)
        implements GcEvent, Spanning {}
