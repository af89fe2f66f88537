package dev.tricolor.dashboard.analysis;

import dev.tricolor.dashboard.gc.Spanning;
import java.time.Duration;
import java.time.Instant;

/**
 * One stretch of a collection: the world stopped, the collector beside the application, or threads held up.
 *
 * @param name the runtime's own words; of threads held up, how many times
 * @param own whether it is the collection's own; false for a pause of another collection that lies in it
 */
public record CyclePart(Role role, Instant at, Duration duration, String name, boolean own) implements Spanning {

    /** What happens to the application meanwhile. */
    public enum Role {
        /** All of it stands still. */
        STOPPED,
        /** It runs, and the collector works beside it. */
        CONCURRENT,
        /** It runs, and memory is swept bit by bit as it is asked for, by whoever asks and by one thread in the background. */
        SWEEPING,
        /** At least one of its threads waits for the collector. */
        STALL
    }
}
