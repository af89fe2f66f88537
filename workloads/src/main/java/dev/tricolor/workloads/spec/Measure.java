package dev.tricolor.workloads.spec;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One number taken from the JFR events of a run's measured part.
 *
 * @param event name of the event type
 * @param where field name to regular expression, which must match the whole text of that field's value
 * @param field the numeric field, in its own unit ("duration" in ns); null for {@link Statistic#COUNT} and {@link
 *     Statistic#GAPS}
 */
public record Measure(
        Statistic statistic,
        String event,
        Map<String, String> where,
        @Nullable String field) {

    /** How events become a number. */
    public enum Statistic {
        COUNT,
        SUM,
        MEAN,
        MAX,
        /** Largest over smallest value. */
        SPREAD,
        /** Last over first value. */
        GROWTH,
        /** Longest over shortest time from one event to the next. */
        GAPS
    }

    public static Measure count(String event, Map<String, String> where) {
        return new Measure(Statistic.COUNT, event, where, null);
    }

    /** Of all collections, those with this cause (a regular expression). */
    public static Measure collectionsCausedBy(String cause) {
        return count("jdk.GarbageCollection", Map.of("cause", cause));
    }

    /** Of all collections, those with this name (a regular expression). */
    public static Measure collectionsNamed(String name) {
        return count("jdk.GarbageCollection", Map.of("name", name));
    }

    public static Measure mean(String event, String whereField, String matches, String field) {
        return new Measure(Statistic.MEAN, event, Map.of(whereField, matches), field);
    }

    public static Measure spread(String event, String whereField, String matches, String field) {
        return new Measure(Statistic.SPREAD, event, Map.of(whereField, matches), field);
    }

    public static Measure growth(String event, String whereField, String matches, String field) {
        return new Measure(Statistic.GROWTH, event, Map.of(whereField, matches), field);
    }

    public static Measure sum(String event, String field) {
        return new Measure(Statistic.SUM, event, Map.of(), field);
    }

    public static Measure max(String event, String field) {
        return new Measure(Statistic.MAX, event, Map.of(), field);
    }

    public static Measure gaps(String event) {
        return new Measure(Statistic.GAPS, event, Map.of(), null);
    }

    public Evidence atLeast(double threshold) {
        return new Evidence(this, Evidence.Comparison.AT_LEAST, threshold);
    }

    public Evidence atMost(double threshold) {
        return new Evidence(this, Evidence.Comparison.AT_MOST, threshold);
    }

    public Evidence timesBenign(double factor) {
        return new Evidence(this, Evidence.Comparison.TIMES_BENIGN, factor);
    }

    /** Short text such as "count jdk.GarbageCollection(cause=System\.gc\(\))". */
    @Override
    public String toString() {
        String conditions =
                where.isEmpty() ? "" : where.toString().replace('{', '(').replace('}', ')');
        return statistic.name().toLowerCase(java.util.Locale.ROOT) + " " + event + conditions
                + (field == null ? "" : "." + field);
    }
}
