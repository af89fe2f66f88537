package dev.tricolor.dashboard.gc;

import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What only Go reports, beside the timeline that it shares with the JVM: immutable, each list sorted by time.
 *
 * @param cycles those that {@code gctrace} told; empty where it was off
 * @param metrics each metric's readings; a metric that this Go does not have is absent
 * @param stops counts in buckets of the runtime's own distributions of stops
 */
public record GoTimeline(
        GoSettings settings,
        List<TracedCycle> cycles,
        Map<GoMetric, List<GoMetricSample>> metrics,
        List<GoStops> stops) {

    public static final GoTimeline EMPTY = new GoTimeline(GoSettings.UNKNOWN, List.of(), Map.of(), List.of());

    /** The readings of one metric; empty where there are none. */
    public List<GoMetricSample> readings(GoMetric metric) {
        return metrics.getOrDefault(metric, List.of());
    }

    /** The newest reading of one metric. */
    public OptionalDouble newest(GoMetric metric) {
        List<GoMetricSample> all = readings(metric);
        return all.isEmpty()
                ? OptionalDouble.empty()
                : OptionalDouble.of(all.get(all.size() - 1).value());
    }

    /** What the metric said at {@code t}: its newest reading that is not later. */
    public Optional<GoMetricSample> at(GoMetric metric, Instant t) {
        List<GoMetricSample> all = readings(metric);
        int after = Timeline.firstAtOrAfter(all, t);
        if (after < all.size() && all.get(after).at().equals(t)) {
            return Optional.of(all.get(after));
        }
        return after == 0 ? Optional.empty() : Optional.of(all.get(after - 1));
    }

    /** Whether {@code gctrace} told any cycle. */
    public boolean traced() {
        return !cycles.isEmpty();
    }

    GoTimeline within(Interval window) {
        Map<GoMetric, List<GoMetricSample>> cut = new EnumMap<>(GoMetric.class);
        metrics.forEach((m, all) -> cut.put(m, Timeline.samples(all, window, 1)));
        return new GoTimeline(settings, Timeline.spanning(cycles, window), cut, Timeline.samples(stops, window, 0));
    }
}
