package dev.tricolor.dashboard.analysis;

import dev.tricolor.dashboard.gc.GoMetric;
import dev.tricolor.dashboard.gc.GoMetricSample;
import dev.tricolor.dashboard.gc.Timeline;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The heap's memory as Go's runtime accounts for it. */
public final class GoMemory {

    private static final List<GoMetric> COMMITTED =
            List.of(GoMetric.HEAP_OBJECTS, GoMetric.HEAP_UNUSED, GoMetric.HEAP_FREE);

    private static final String INSTRUMENT =
            "/memory/classes/heap, objects + unused + free: backed by memory, stacks and what"
                    + " was given back left out; read ten times a second";

    private GoMemory() {}

    /** Heap backed by memory, in bytes, at each moment at which one of its parts had changed; empty where not told. */
    public static List<HeapUse.Point> committed(Timeline timeline) {
        List<GoMetricSample> changes = new ArrayList<>();
        COMMITTED.forEach(m -> changes.addAll(timeline.go().readings(m)));
        changes.sort(Comparator.comparing(GoMetricSample::at));
        List<HeapUse.Point> points = new ArrayList<>();
        double[] now = new double[COMMITTED.size()];
        for (int i = 0; i < changes.size(); i++) {
            GoMetricSample s = changes.get(i);
            now[COMMITTED.indexOf(s.metric())] = s.value();
            boolean lastOfMoment =
                    i + 1 == changes.size() || changes.get(i + 1).at().isAfter(s.at());
            if (lastOfMoment && now[0] > 0) {
                points.add(new HeapUse.Point(s.at(), (long) (now[0] + now[1] + now[2])));
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
