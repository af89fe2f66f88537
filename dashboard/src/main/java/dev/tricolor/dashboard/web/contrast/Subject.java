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
 * @param timeline cut to {@code window}
 * @param mutators application threads, over the whole session
 * @param window over which its figures are taken
 */
public record Subject(
        UUID id,
        String name,
        String label,
        String state,
        Timeline timeline,
        Interval window,
        Figure<Integer> mutators,
        SessionSummary summary) {

    public String key() {
        return id.toString();
    }

    public Collector collector() {
        return timeline.runtime().collector();
    }
}
