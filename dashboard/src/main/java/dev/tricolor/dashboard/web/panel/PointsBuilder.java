package dev.tricolor.dashboard.web.panel;

import dev.tricolor.dashboard.gc.Interval;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Collects rows in any order and makes {@link Points} of them. */
public final class PointsBuilder {

    /** More rows than this cannot be told apart on a screen and cost the browser; the tallest of each pixel stay. */
    static final int LIMIT = 20_000;

    private static final int BINS = 2_500;

    private record Row(
            double x, Map<String, Double> values, @Nullable String text) {}

    /** Rows of different series stand in for each other nowhere: a long stall must not push a short pause out. */
    private record Bin(long number, Set<String> series) {}

    private final List<String> series;
    private final List<Row> rows = new ArrayList<>();
    private final Map<String, String> absent = new LinkedHashMap<>();
    private String note = "";
    private boolean named;
    private long leftOut;

    public PointsBuilder(PanelSpec spec) {
        this.series = spec.series().stream().map(PanelSpec.Series::id).toList();
    }

    public static double seconds(Instant t) {
        return t.getEpochSecond() + t.getNano() / 1e9;
    }

    public static double seconds(Duration d) {
        return d.getSeconds() + d.getNano() / 1e9;
    }

    public PointsBuilder add(Instant at, String id, double value) {
        return add(seconds(at), Map.of(id, value), null);
    }

    public PointsBuilder add(Instant at, String id, double value, String text) {
        return add(seconds(at), Map.of(id, value), text);
    }

    public PointsBuilder add(double x, Map<String, Double> values, @Nullable String text) {
        rows.add(new Row(x, values, text));
        named |= text != null;
        return this;
    }

    public PointsBuilder absent(String id, String why) {
        absent.put(id, why);
        return this;
    }

    public PointsBuilder note(String text) {
        note = text;
        return this;
    }

    public boolean isEmpty() {
        return rows.isEmpty();
    }

    /** Keeps at most about {@link #LIMIT} rows: of each bin of time those with the largest values; counts the others. */
    public PointsBuilder keepLargest(Interval window) {
        return thin(window, LIMIT, LIMIT / BINS, 0);
    }

    /** As {@link #keepLargest}, for a line that must keep its lows too. */
    public PointsBuilder keepExtremes(Interval window) {
        return thin(window, LIMIT, LIMIT / BINS / 2, LIMIT / BINS / 2);
    }

    /** As {@link #keepExtremes} for a small picture. */
    public PointsBuilder keepFew(Interval window) {
        return thin(window, BINS, 1, 1);
    }

    private PointsBuilder thin(Interval window, int limit, int largest, int smallest) {
        if (rows.size() <= limit) {
            return this;
        }
        // A grid fixed in time, so that a moving window does not change what was kept before.
        double width = Math.pow(2, Math.ceil(Math.log(Math.max(1e-3, seconds(window.length())) / BINS) / Math.log(2)));
        Map<Bin, List<Row>> bins = new LinkedHashMap<>();
        for (Row r : rows) {
            bins.computeIfAbsent(new Bin((long) Math.floor(r.x / width), r.values.keySet()), b -> new ArrayList<>())
                    .add(r);
        }
        int before = rows.size();
        rows.clear();
        for (List<Row> bin : bins.values()) {
            bin.sort(Comparator.comparingDouble(PointsBuilder::largest).reversed());
            int head = Math.min(largest, bin.size());
            rows.addAll(bin.subList(0, head));
            rows.addAll(bin.subList(Math.max(head, bin.size() - smallest), bin.size()));
        }
        leftOut += before - rows.size();
        return this;
    }

    private static double largest(Row r) {
        double max = Double.NEGATIVE_INFINITY;
        for (double v : r.values.values()) {
            max = Math.max(max, v);
        }
        return max;
    }

    public Points build() {
        rows.sort(Comparator.comparingDouble(Row::x));
        int n = rows.size();
        double[] x = new double[n];
        Map<String, double[]> y = new LinkedHashMap<>();
        for (String id : series) {
            y.put(id, new double[n]);
        }
        @Nullable String[] text = new String[named ? n : 0];
        for (int i = 0; i < n; i++) {
            Row r = rows.get(i);
            x[i] = r.x;
            for (Map.Entry<String, double[]> column : y.entrySet()) {
                Double v = r.values.get(column.getKey());
                column.getValue()[i] = v == null ? Double.NaN : v;
            }
            if (named) {
                text[i] = r.text;
            }
        }
        return new Points(x, y, text, absent, note, leftOut);
    }
}
