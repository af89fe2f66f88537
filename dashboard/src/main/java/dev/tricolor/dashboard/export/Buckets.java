package dev.tricolor.dashboard.export;

import dev.tricolor.dashboard.gc.Spanning;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;

/** The buckets of exported durations: 1, 2 and 5 of each decade from 10 µs to 10 s, and what is longer. */
final class Buckets {
    private static final long[] BOUNDS_NS = bounds();

    private Buckets() {}

    private static long[] bounds() {
        LongStream.Builder bounds = LongStream.builder();
        for (long decade = 10_000; decade < 10_000_000_000L; decade *= 10) {
            bounds.add(decade).add(2 * decade).add(5 * decade);
        }
        return bounds.add(10_000_000_000L).build().toArray();
    }

    /** Upper bounds in seconds, the last one infinite; a duration equal to a bound is within. */
    static List<Double> upperSeconds() {
        List<Double> bounds = new ArrayList<>();
        for (long ns : BOUNDS_NS) {
            bounds.add(ns / 1e9);
        }
        bounds.add(Double.POSITIVE_INFINITY);
        return bounds;
    }

    static Family.Histogram of(List<? extends Spanning> spans) {
        long[] counts = new long[BOUNDS_NS.length + 1];
        Duration sum = Duration.ZERO;
        for (Spanning s : spans) {
            long ns = s.duration().toNanos();
            int i = 0;
            while (i < BOUNDS_NS.length && ns > BOUNDS_NS[i]) {
                i++;
            }
            counts[i]++;
            sum = sum.plus(s.duration());
        }
        return new Family.Histogram(Map.of(), LongStream.of(counts).boxed().toList(), sum.toNanos() / 1e9);
    }
}
