package dev.tricolor.dashboard.web.panel;

import dev.tricolor.dashboard.gc.Interval;
import dev.tricolor.dashboard.gc.Timeline;

/** One panel of the session page: what it is, and how its data comes out of a timeline. Stateless. */
public interface Panel {

    PanelSpec spec();

    /**
     * The panel's data for a stretch of time.
     *
     * @param timeline cut to {@code window} already (see {@link Timeline#within})
     */
    PanelData data(Timeline timeline, Interval window);
}
