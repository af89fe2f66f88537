package dev.tricolor.dashboard.web.panel;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Rows of numbers sorted by x, one column per series; NaN where a series has no value in a row.
 *
 * <p>Immutable by convention: nobody writes to the arrays after the builder made them.
 */
public final class Points implements PanelData {

    private final double[] x;
    private final Map<String, double[]> y;
    private final @Nullable String[] text;
    private final Map<String, String> absent;
    private final String note;
    private final long leftOut;

    Points(
            double[] x,
            Map<String, double[]> y,
            @Nullable String[] text,
            Map<String, String> absent,
            String note,
            long leftOut) {
        this.x = x;
        this.y = y;
        this.text = text;
        this.absent = absent;
        this.note = note;
        this.leftOut = leftOut;
    }

    @Override
    public String type() {
        return "points";
    }

    public int rows() {
        return x.length;
    }

    public double x(int row) {
        return x[row];
    }

    public double y(String series, int row) {
        double[] column = y.get(series);
        return column == null ? Double.NaN : column[row];
    }

    /** What a row is called; empty where rows have no names. */
    public String text(int row) {
        String t = text.length == 0 ? null : text[row];
        return t == null ? "" : t;
    }

    public boolean hasText() {
        return text.length > 0;
    }

    /** Series that cannot be shown here, and why. */
    @JsonProperty
    public Map<String, String> absent() {
        return absent;
    }

    /** Replaces the subtitle where not empty. */
    @JsonProperty
    public String note() {
        return note;
    }

    /** How many rows were thinned out because a screen cannot show them. */
    @JsonProperty
    public long leftOut() {
        return leftOut;
    }

    @JsonProperty("x")
    double[] xs() {
        return x;
    }

    @JsonProperty("y")
    Map<String, double[]> ys() {
        return y;
    }

    /** What {@link #names} is indexed by, for each row; empty where rows have no names. */
    @JsonProperty("text")
    int[] textIndex() {
        Map<String, Integer> index = index();
        int[] each = new int[text.length];
        for (int i = 0; i < each.length; i++) {
            each[i] = index.getOrDefault(text(i), 0);
        }
        return each;
    }

    /** The different names of rows. */
    @JsonProperty("names")
    List<String> names() {
        return List.copyOf(index().keySet());
    }

    private Map<String, Integer> index() {
        Map<String, Integer> index = new LinkedHashMap<>();
        for (int i = 0; i < text.length; i++) {
            index.putIfAbsent(text(i), index.size());
        }
        return index;
    }

    /** Whether row {@code i} of this is row {@code j} of {@code other}. */
    boolean sameRow(int i, Points other, int j) {
        if (Double.compare(x[i], other.x[j]) != 0) {
            return false;
        }
        for (Map.Entry<String, double[]> e : y.entrySet()) {
            double[] theirs = other.y.get(e.getKey());
            if (theirs == null || Double.compare(e.getValue()[i], theirs[j]) != 0) {
                return false;
            }
        }
        return text(i).equals(other.text(j));
    }

    Points slice(int from) {
        Map<String, double[]> columns = new LinkedHashMap<>();
        y.forEach((id, values) -> columns.put(id, Arrays.copyOfRange(values, from, values.length)));
        @Nullable String[] names = text.length == 0 ? text : Arrays.copyOfRange(text, from, text.length);
        return new Points(Arrays.copyOfRange(x, from, x.length), columns, names, absent, note, leftOut);
    }
}
