package dev.tricolor.dashboard.web.panel;

import dev.tricolor.dashboard.gc.GoMetric;
import dev.tricolor.dashboard.gc.GoMetricSample;
import dev.tricolor.dashboard.gc.Interval;
import dev.tricolor.dashboard.gc.Timeline;
import java.time.Instant;
import java.util.List;

/**
 * Draws a number that stands still between two readings, as the one that it is: in steps, up to the window's end. What has no
 * bound is not drawn.
 */
final class GoSteps {

    private GoSteps() {}

    static void add(List<GoMetricSample> readings, String series, Interval window, PointsBuilder rows) {
        GoMetricSample before = null;
        for (GoMetricSample s : readings) {
            if (before != null && before.value() != s.value()) {
                rows.add(s.at().minusNanos(1000), series, before.value());
            }
            if (s.unbounded()) {
                before = null;
                continue;
            }
            Instant at = s.at().isBefore(window.from()) ? window.from() : s.at();
            rows.add(at, series, s.value());
            before = s;
        }
        if (before != null && before.at().isBefore(window.to())) {
            rows.add(window.to(), series, before.value());
        }
    }

    /** The same, or why there is none. */
    static void addOrSay(Timeline timeline, GoMetric metric, String series, Interval window, PointsBuilder rows) {
        List<GoMetricSample> readings = timeline.go().readings(metric);
        add(readings, series, window, rows);
        if (readings.isEmpty()) {
            rows.absent(series, "no " + metric.id() + " in this log");
        }
    }
}
