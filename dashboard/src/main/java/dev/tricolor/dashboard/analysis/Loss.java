package dev.tricolor.dashboard.analysis;

import dev.tricolor.dashboard.gc.Interval;
import dev.tricolor.dashboard.gc.Spanning;

/**
 * A stretch of time that the collector took from the application, wholly or in part.
 *
 * @param weight which share of the application: 1 for a pause, one stalled thread of four is 0.25
 */
record Loss(Interval interval, double weight) {
    Loss {
        if (!(weight >= 0 && weight <= 1)) {
            throw new IllegalArgumentException("a weight is a share from 0 to 1, not " + weight);
        }
    }

    static Loss of(Spanning s, double weight) {
        return new Loss(new Interval(s.at(), s.end()), weight);
    }
}
