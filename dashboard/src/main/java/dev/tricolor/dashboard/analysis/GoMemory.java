package dev.tricolor.dashboard.analysis;

import dev.tricolor.dashboard.gc.GoMetric;
import dev.tricolor.dashboard.gc.GoMetricSample;
import dev.tricolor.dashboard.gc.Timeline;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The heap's memory as Go's runtime accounts for it. */
public final class GoMemory {

    private static final Map<GoMetric, Integer> COMMITTED =
            Map.of(GoMetric.HEAP_OBJECTS, 1, GoMetric.HEAP_UNUSED, 1, GoMetric.HEAP_FREE, 1);
    private static final Map<GoMetric, Integer> RUNTIME = Map.of(GoMetric.MEMORY_TOTAL, 1, GoMetric.HEAP_RELEASED, -1);

    private static final String INSTRUMENT =
            "/memory/classes/heap, objects + unused + free: backed by memory, stacks and what"
                    + " was given back left out; read ten times a second";

    private GoMemory() {}

    /** Heap backed by memory, in bytes, at each moment at which one of its parts had changed; empty where not told. */
    public static List<HeapUse.Point> committed(Timeline timeline) {
        return sum(timeline, COMMITTED);
    }

    /** All that the runtime has of the system, less what it gave back, in bytes; empty where not told. */
    public static List<HeapUse.Point> runtime(Timeline timeline) {
        return sum(timeline, RUNTIME);
    }

    /** The sum of metrics, each times its factor, from when all were told. */
    private static List<HeapUse.Point> sum(Timeline timeline, Map<GoMetric, Integer> factors) {
        List<GoMetricSample> changes = new ArrayList<>();
        factors.keySet().forEach(m -> changes.addAll(timeline.go().readings(m)));
        changes.sort(Comparator.comparing(GoMetricSample::at));
        Map<GoMetric, Double> now = new EnumMap<>(GoMetric.class);
        List<HeapUse.Point> points = new ArrayList<>();
        for (int i = 0; i < changes.size(); i++) {
            GoMetricSample s = changes.get(i);
            now.put(s.metric(), Objects.requireNonNull(factors.get(s.metric())) * s.value());
            boolean lastOfMoment =
                    i + 1 == changes.size() || changes.get(i + 1).at().isAfter(s.at());
            if (lastOfMoment && now.size() == factors.size()) {
                double bytes = now.values().stream().mapToDouble(v -> v).sum();
                points.add(new HeapUse.Point(s.at(), (long) bytes));
            }
        }
        return List.copyOf(points);
    }

    static Figure<Long> peakCommitted(Timeline timeline) {
        return Figure.of(
                committed(timeline).stream().map(HeapUse.Point::bytes).max(Long::compare),
                "bytes",
                INSTRUMENT,
                "no /memory/classes in this window: needs the Go agent in the program");
    }
}
