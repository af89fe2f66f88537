package dev.tricolor.dashboard.web.matrix;

import com.fasterxml.jackson.annotation.JsonValue;
import dev.tricolor.dashboard.analysis.Figure;
import dev.tricolor.dashboard.evidence.Estimate;
import dev.tricolor.dashboard.evidence.Metric;
import dev.tricolor.dashboard.evidence.Metric.Better;
import dev.tricolor.dashboard.evidence.Metrics;
import dev.tricolor.dashboard.evidence.SetupEvidence;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What more memory buys: a line for each collector and runtime over the heap. Go, which has no heap of a given size, has a
 * point for each GOGC at the most heap that it was seen to use.
 *
 * @param empty why there is no curve, and how to get one; empty where there is one
 * @param unit of the heap axis
 * @param readings that can be drawn upwards
 * @param lines of the setups, each by heap
 * @param live what GOGC-equivalents are taken against, bytes; null where no setup measured it
 * @param liveOf where that comes from, or why it is not there
 * @param remarks by reading: stretches where a line does not get better with the heap
 * @param gaps heaps in which a line has no point, and why
 */
public record Headroom(
        String empty,
        Unit unit,
        List<Reading> readings,
        List<Line> lines,
        @Nullable Double live,
        String liveOf,
        Map<String, List<Remark>> remarks,
        List<Gap> gaps) {

    /** How heaps are told: as multiples of the smallest, or in bytes where that was not looked for. */
    public enum Unit {
        MULTIPLE,
        BYTES;

        @JsonValue
        public String label() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Something that can be drawn over the heap. */
    public record Reading(String id, String label, String unit, Better better, String what) {}

    /** One collector on one runtime. */
    public record Line(String line, String label, String colour, List<Point> points) {}

    /**
     * One heap of a line.
     *
     * @param x the heap in the axis's unit
     * @param gogc 100 · (heap / live − 1) with this setup's own live set; null where it was not measured
     * @param values by reading
     */
    public record Point(double x, long heapBytes, @Nullable Double gogc, Map<String, Value> values) {}

    /** A mean; low and high are NaN where a single invocation leaves the interval open. */
    public record Value(double mean, double low, double high, int n) {
        static Value of(Estimate e) {
            return new Value(e.mean(), e.low(), e.high(), e.n());
        }
    }

    /** Why a stretch of a line that is no better at its end is so, as far as one can tell. */
    public enum Why {
        /** The intervals at both ends overlap: chance may be all there is. */
        OVERLAP,
        /** They do not: the larger heap was worse. */
        APART,
        /** A single invocation: nothing can be said of chance. */
        SINGLE;

        @JsonValue
        public String label() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** A stretch between two neighbouring heaps, in the axis's unit. */
    public record Remark(String line, String label, double from, double to, Value before, Value after, Why why) {}

    /** A heap without a point. */
    public record Gap(String line, String label, double x, String why) {}

    private static final Reading LBO_TIME = new Reading(
            "lbo-time", "LBO, time", "factor", Better.LOW, "Lower bound overhead in elapsed time, within one runtime.");
    private static final Reading LBO_CPU = new Reading(
            "lbo-cpu", "LBO, CPU", "factor", Better.LOW, "Lower bound overhead in CPU time, within one runtime.");

    /** Over the setups of one workload. */
    static Headroom of(String workload, List<SetupEvidence> all) {
        List<SetupEvidence> setups =
                all.stream().filter(s -> !s.setup().control()).toList();
        long heaps = setups.stream()
                .map(s -> s.setup().unbounded()
                        ? s.key()
                        : String.valueOf(s.setup().heapBytes()))
                .distinct()
                .count();
        List<SetupEvidence> bounded =
                setups.stream().filter(s -> !s.setup().unbounded()).toList();
        boolean multiples = !bounded.isEmpty()
                && bounded.stream().allMatch(s -> s.headroom().optional().isPresent());
        Unit unit = multiples ? Unit.MULTIPLE : Unit.BYTES;
        if (heaps < 2) {
            return new Headroom(
                    "A curve over the heap needs the same work in several heaps: ./tricolor run " + workload
                            + " --gc serial,parallel,g1 --headroom 1.5,2,3,6 --repeat 5",
                    unit,
                    List.of(),
                    List.of(),
                    null,
                    "",
                    Map.of(),
                    List.of());
        }
        List<Reading> readings = readings(setups);
        List<Line> lines = lines(setups, readings, unit);
        Map<String, List<Remark>> remarks = new LinkedHashMap<>();
        readings.forEach(r -> remarks.put(
                r.id(), lines.stream().flatMap(l -> remarks(l, r).stream()).toList()));
        double[] live = setups.stream()
                .map(Headroom::live)
                .filter(v -> v != null)
                .mapToDouble(v -> v)
                .sorted()
                .toArray();
        return new Headroom(
                "",
                unit,
                readings,
                lines,
                live.length == 0 ? null : live[(live.length - 1) / 2],
                live.length == 0
                        ? "no setup measured its live set"
                        : "the median of the live sets that " + live.length + " of " + setups.size()
                                + " setups measured",
                remarks,
                gaps(setups, unit));
    }

    private static List<Reading> readings(List<SetupEvidence> setups) {
        Metric latency = MatrixColumns.latency(setups);
        return List.of(
                reading(Metrics.GC_CPU_SHARE, "GC CPU"),
                LBO_TIME,
                LBO_CPU,
                reading(latency, "p99.9 " + (latency.equals(Metrics.RESPONSE_P999) ? "response" : "service")),
                reading(Metrics.THROUGHPUT, "throughput"));
    }

    private static Reading reading(Metric m, String label) {
        return new Reading(m.id(), label, m.unit(), m.better(), m.what());
    }

    private static List<Line> lines(List<SetupEvidence> setups, List<Reading> readings, Unit unit) {
        Map<String, List<SetupEvidence>> byLine = new LinkedHashMap<>();
        setups.forEach(s -> byLine.computeIfAbsent(s.setup().curve(), l -> new ArrayList<>())
                .add(s));
        List<Line> lines = new ArrayList<>();
        byLine.forEach((line, each) -> lines.add(new Line(
                line,
                Names.curve(each.get(0).setup()),
                Names.collector(each.get(0).setup()).colour(),
                each.stream()
                        .filter(s -> s.ok() > 0)
                        .map(s -> point(s, readings, unit))
                        .filter(p -> !Double.isNaN(p.x()))
                        .sorted((a, b) -> Double.compare(a.x(), b.x()))
                        .toList())));
        return lines;
    }

    private static Point point(SetupEvidence s, List<Reading> readings, Unit unit) {
        Map<String, Value> values = new LinkedHashMap<>();
        for (Reading r : readings) {
            Function<SetupEvidence, Figure<Estimate>> figure = figure(r);
            figure.apply(s).optional().ifPresent(e -> values.put(r.id(), Value.of(e)));
        }
        Double live = live(s);
        Double heap = heap(s);
        Double gogc = live == null || heap == null ? null : Double.valueOf(100 * (heap / live - 1));
        return new Point(x(s, unit), heap == null ? 0 : Math.round(heap), gogc, values);
    }

    private static Function<SetupEvidence, Figure<Estimate>> figure(Reading r) {
        if (r.equals(LBO_TIME)) {
            return SetupEvidence::lboTime;
        }
        return r.equals(LBO_CPU)
                ? SetupEvidence::lboCpu
                : s -> s.metrics().getOrDefault(r.id(), Figure.missing("not asked for"));
    }

    private static @Nullable Double live(SetupEvidence s) {
        Estimate live = s.metrics()
                .getOrDefault("live", Figure.missing("not asked for"))
                .optional()
                .orElse(null);
        return live == null || live.mean() <= 0 ? null : live.mean();
    }

    private static double x(SetupEvidence s, Unit unit) {
        Double heap = heap(s);
        return unit == Unit.BYTES
                ? (heap == null ? Double.NaN : heap)
                : s.headroom().optional().orElse(Double.NaN);
    }

    /** What it was given, else the most that it was seen to use; null where that is not known. */
    private static @Nullable Double heap(SetupEvidence s) {
        if (!s.setup().unbounded()) {
            return (double) s.setup().heapBytes();
        }
        return s.metrics()
                .getOrDefault(Metrics.PEAK_HEAP.id(), Figure.missing("not asked for"))
                .optional()
                .map(Estimate::mean)
                .orElse(null);
    }

    private static List<Remark> remarks(Line line, Reading r) {
        List<Point> points = line.points().stream()
                .filter(p -> p.values().containsKey(r.id()))
                .toList();
        List<Remark> remarks = new ArrayList<>();
        for (int i = 1; i < points.size(); i++) {
            Value before = points.get(i - 1).values().get(r.id());
            Value after = points.get(i).values().get(r.id());
            if (before != null && after != null && !better(r, before, after)) {
                remarks.add(new Remark(
                        line.line(),
                        line.label(),
                        points.get(i - 1).x(),
                        points.get(i).x(),
                        before,
                        after,
                        why(before, after)));
            }
        }
        return remarks;
    }

    private static boolean better(Reading r, Value before, Value after) {
        return r.better() == Better.HIGH ? after.mean() > before.mean() : after.mean() < before.mean();
    }

    private static Why why(Value before, Value after) {
        if (before.n() < 2 || after.n() < 2) {
            return Why.SINGLE;
        }
        return new Bounds(before.low(), before.high()).overlaps(new Bounds(after.low(), after.high()))
                ? Why.OVERLAP
                : Why.APART;
    }

    private static List<Gap> gaps(List<SetupEvidence> setups, Unit unit) {
        return setups.stream()
                .filter(s -> s.ok() == 0)
                .map(s -> new Gap(
                        s.setup().curve(),
                        Names.label(s.setup()),
                        x(s, unit),
                        s.finished() == 0 ? "not run yet" : s.outcomes()))
                .toList();
    }
}
