package dev.tricolor.dashboard.evidence;

import dev.tricolor.dashboard.analysis.Figure;
import dev.tricolor.dashboard.results.RowRecord;
import dev.tricolor.dashboard.results.Setup;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The rows of one setup.
 *
 * @param rows by invocation, whatever their outcome
 */
record Invocations(Setup setup, List<RowRecord> rows) {

    /** By setup, in the order in which they first appear. */
    static List<Invocations> of(List<RowRecord> rows) {
        Map<Setup, List<RowRecord>> bySetup = new LinkedHashMap<>();
        rows.forEach(row -> bySetup.computeIfAbsent(row.row().setup(), s -> new ArrayList<>())
                .add(row));
        List<Invocations> all = new ArrayList<>();
        bySetup.forEach((setup, found) -> all.add(new Invocations(setup, List.copyOf(found))));
        return List.copyOf(all);
    }

    List<RowRecord> ok() {
        return rows.stream().filter(RowRecord::ok).toList();
    }

    /** What each successful invocation reads, by its number; those that read nothing are left out. */
    Map<Integer, Double> readings(Metric metric) {
        Map<Integer, Double> values = new TreeMap<>();
        for (RowRecord row : ok()) {
            metric.reading()
                    .apply(row)
                    .optional()
                    .ifPresent(v -> values.put(row.row().invocation(), v));
        }
        return values;
    }

    /** The mean over successful invocations; missing where none reads, or where only some do, and why. */
    Figure<Estimate> estimate(Metric metric) {
        List<Double> values = new ArrayList<>();
        String instrument = "";
        for (RowRecord row : ok()) {
            Figure<Double> reading = metric.reading().apply(row);
            if (reading instanceof Figure.Known<Double> k) {
                values.add(k.value());
                instrument = k.instrument();
            } else if (reading instanceof Figure.Missing<Double> m && values.isEmpty()) {
                instrument = m.why();
            }
        }
        if (values.isEmpty()) {
            return Figure.missing(rows.isEmpty() ? "not run yet" : ok().isEmpty() ? outcomes() : instrument);
        }
        int without = ok().size() - values.size();
        return Figure.known(
                Estimate.of(values.stream().mapToDouble(Double::doubleValue).toArray()),
                metric.unit(),
                instrument + (without > 0 ? "; " + without + " of " + ok().size() + " invocations without" : ""));
    }

    /** How the rows ended, such as {@code 5 × ok} or {@code 3 × ok, 2 × out of memory}. */
    String outcomes() {
        Map<String, Integer> counts = new LinkedHashMap<>();
        rows.forEach(row -> counts.merge(row.outcome(), 1, Integer::sum));
        List<String> words = new ArrayList<>();
        counts.forEach((word, n) -> words.add(n + " × " + word));
        return String.join(", ", words);
    }
}
