package dev.tricolor.dashboard.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.HdrHistogram.Histogram;

/**
 * How long things of one kind last: percentiles by HdrHistogram (3 significant digits, so within 0.1 %) and buckets for
 * display. Nanoseconds throughout.
 *
 * @param maxNs exact
 * @param p50Ns at least half are no longer than this
 * @param buckets from the first one in use to the last
 */
public record Distribution(
        long count, long maxNs, long p50Ns, long p90Ns, long p99Ns, long p999Ns, List<Bucket> buckets) {

    /** How many lasted {@code [fromNs, toNs)}. */
    public record Bucket(long fromNs, long toNs, long count) {}

    /** Edges at 1, 2 and 5 of each decade from 1 µs to 1000 s, the same for all so that sessions can be overlaid. */
    private static final long[] EDGES = edges();

    /** Of at least one duration. */
    public static Distribution of(long[] durationsNs) {
        if (durationsNs.length == 0) {
            throw new IllegalArgumentException("nothing to distribute");
        }
        Histogram h = new Histogram(3);
        long max = 0;
        for (long d : durationsNs) {
            h.recordValue(Math.max(0, d));
            max = Math.max(max, d);
        }
        return new Distribution(
                durationsNs.length,
                max,
                percentile(h, 50, max),
                percentile(h, 90, max),
                percentile(h, 99, max),
                percentile(h, 99.9, max),
                buckets(durationsNs));
    }

    /** HdrHistogram answers the highest value of its bucket, which can lie above the largest value recorded. */
    private static long percentile(Histogram h, double percent, long max) {
        return Math.min(max, h.getValueAtPercentile(percent));
    }

    private static List<Bucket> buckets(long[] durationsNs) {
        long[] counts = new long[EDGES.length - 1];
        int first = counts.length;
        int last = -1;
        for (long d : durationsNs) {
            int i = 0;
            while (i < counts.length - 1 && d >= EDGES[i + 1]) {
                i++;
            }
            counts[i]++;
            first = Math.min(first, i);
            last = Math.max(last, i);
        }
        List<Bucket> buckets = new ArrayList<>();
        for (int i = first; i <= last; i++) {
            buckets.add(new Bucket(EDGES[i], EDGES[i + 1], counts[i]));
        }
        return List.copyOf(buckets);
    }

    private static long[] edges() {
        LongStream.Builder edges = LongStream.builder().add(0);
        for (long decade = 1_000; decade < 1_000_000_000_000L; decade *= 10) {
            edges.add(decade).add(2 * decade).add(5 * decade);
        }
        return edges.add(1_000_000_000_000L).add(Long.MAX_VALUE).build().toArray();
    }
}
