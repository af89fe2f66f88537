package dev.tricolor.dashboard.web;

import dev.tricolor.dashboard.model.pacer.SimulatedRun;
import dev.tricolor.dashboard.model.pacer.SimulatedRun.Point;
import dev.tricolor.dashboard.web.panel.PacerModelPanel;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/** {@code /api/lab/pacer}: a program run under the pacer model, for the Go lab's sliders. */
final class LabApi {

    /** More points than this no chart can show. */
    private static final int MOST_POINTS = 2_000;

    void register(JavalinConfig config) {
        config.routes.get("/api/lab/pacer", LabApi::pacer);
    }

    private static void pacer(Context ctx) {
        SimulatedRun run = PacerRequest.of(ctx).run();
        List<Point> points = thinned(run.points());
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("panel", PacerModelPanel.SPEC);
        body.put("x", column(points, Point::seconds));
        body.put(
                "y",
                Map.of(
                        "heap", column(points, Point::heap),
                        "live", column(points, Point::live),
                        "goal", column(points, Point::goal),
                        "trigger", column(points, Point::trigger)));
        body.put("leftOut", run.points().size() - points.size());
        body.put("cycles", run.cycles());
        body.put("complete", run.complete());
        body.put("seconds", run.seconds());
        body.put("gcShare", run.gcShare());
        body.put("gcCpuSeconds", run.gcCpuSeconds());
        body.put("programCpuSeconds", run.programCpuSeconds());
        body.put("assistCpuSeconds", run.assistCpuSeconds());
        body.put("limitedSeconds", run.limitedSeconds());
        body.put("peakHeapBytes", run.peakHeapBytes());
        body.put("peakMemoryBytes", run.peakMemoryBytes());
        Json.answer(ctx, body);
    }

    private static double[] column(List<Point> points, ToDoubleFunction<Point> value) {
        return points.stream().mapToDouble(value).toArray();
    }

    /** Of each stretch of time the smallest and the largest heap. */
    private static List<Point> thinned(List<Point> points) {
        if (points.size() <= MOST_POINTS) {
            return points;
        }
        List<Point> kept = new ArrayList<>();
        int buckets = MOST_POINTS / 2;
        for (int b = 0; b < buckets; b++) {
            int from = (int) ((long) points.size() * b / buckets);
            int to = (int) ((long) points.size() * (b + 1) / buckets);
            List<Point> bucket = points.subList(from, to);
            Point least =
                    bucket.stream().min(Comparator.comparingDouble(Point::heap)).orElseThrow();
            Point most =
                    bucket.stream().max(Comparator.comparingDouble(Point::heap)).orElseThrow();
            kept.add(least.seconds() <= most.seconds() ? least : most);
            kept.add(least.seconds() <= most.seconds() ? most : least);
        }
        return kept;
    }
}
