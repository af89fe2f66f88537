package dev.tricolor.dashboard.export;

import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * One metric of all sessions: its name without the {@code _total} of a counter, what it means, and how its points follow
 * from a session. No point means "not available", which is never 0.
 */
record Family(String name, Type type, String help, Function<Exported, List<Point>> points) {

    enum Type {
        /** Only grows while the session lives. */
        COUNTER,
        GAUGE,
        HISTOGRAM
    }

    /** A value beside the labels that all points of a session share. */
    sealed interface Point {
        Map<String, String> labels();
    }

    record Value(Map<String, String> labels, double value) implements Point {}

    /** How many durations fell in each bucket of {@link Buckets}, and their sum in seconds. */
    record Histogram(Map<String, String> labels, List<Long> counts, double sum) implements Point {}

    static Family counter(String name, String help, Function<Exported, List<Point>> points) {
        return new Family(name, Type.COUNTER, help, points);
    }

    static Family gauge(String name, String help, Function<Exported, List<Point>> points) {
        return new Family(name, Type.GAUGE, help, points);
    }

    static Family histogram(String name, String help, Function<Exported, List<Point>> points) {
        return new Family(name, Type.HISTOGRAM, help, points);
    }
}
