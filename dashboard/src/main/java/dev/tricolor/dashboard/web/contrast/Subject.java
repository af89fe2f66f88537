package dev.tricolor.dashboard.web.contrast;

import dev.tricolor.dashboard.analysis.Figure;
import dev.tricolor.dashboard.analysis.SessionSummary;
import dev.tricolor.dashboard.gc.Collector;
import dev.tricolor.dashboard.gc.Interval;
import dev.tricolor.dashboard.gc.Timeline;
import java.util.UUID;

/**
 * One session in a comparison.
 *
 * @param label what tells it from the others here, such as {@code G1 25}
 * @param elsewhere on which other machine it was recorded, and when, in words; empty for this one
 * @param timeline cut to {@code window}
 * @param mutators application threads, over the whole session
 * @param window over which its figures are taken
 */
public record Subject(
        UUID id,
        String name,
        String label,
        String elsewhere,
        String state,
        Timeline timeline,
        Interval window,
        Figure<Integer> mutators,
        SessionSummary summary) {

    public String key() {
        return id.toString();
    }

    /** Whether its figures may be held against those of the others. */
    boolean compares() {
        return elsewhere.isEmpty();
    }

    public Collector collector() {
        return timeline.runtime().collector();
    }
}
