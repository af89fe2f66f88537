package dev.tricolor.dashboard.web.panel;

import dev.tricolor.dashboard.gc.Interval;
import dev.tricolor.dashboard.gc.Timeline;

/**
 * What a page looks at.
 *
 * @param all the whole timeline, for what needs a look beyond the edges
 * @param shown the same, cut to {@code window}
 */
public record View(Timeline all, Timeline shown, Interval window) {

    public static View of(Timeline all, Interval window) {
        return new View(all, all.within(window), window);
    }
}
