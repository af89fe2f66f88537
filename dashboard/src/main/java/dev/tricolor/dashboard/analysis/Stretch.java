package dev.tricolor.dashboard.analysis;

import dev.tricolor.dashboard.gc.Interval;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * One covered stretch of time and how much of it the collector took, as a step function of the loss rate.
 *
 * <p>The loss in a window [t, t+w] is piecewise linear in t, so its largest value lies where an edge of the window meets an
 * edge of a step. Two pointers walk those places, O(n) for each w. For windows of w <em>or longer</em> the densest one has
 * either length w or both edges on steps, and the densest of these is the steepest chord between two points of the
 * cumulative loss that are at least w apart, found on the lower convex hull of the left points, also O(n) for each w.
 */
final class Stretch {
    /** Edges of the steps, ns from the stretch's start, strictly growing; the first is 0, the last the length. */
    private final long[] t;
    /** Loss rate from t[i] to t[i+1], 0..1. */
    private final double[] rate;
    /** Loss from the start to t[i], ns. */
    private final double[] lost;

    private Stretch(long[] t, double[] rate) {
        this.t = t;
        this.rate = rate;
        lost = new double[t.length];
        for (int i = 1; i < t.length; i++) {
            lost[i] = lost[i - 1] + rate[i - 1] * (t[i] - t[i - 1]);
        }
    }

    private record Edge(long at, double weight, int active) {}

    static Stretch of(Interval covered, List<Loss> losses) {
        long start = Nanos.of(covered.from());
        long length = Nanos.of(covered.to()) - start;
        List<Edge> edges = new ArrayList<>();
        for (Loss l : losses) {
            long from = Math.max(0, Nanos.of(l.interval().from()) - start);
            long to = Math.min(length, Nanos.of(l.interval().to()) - start);
            if (from < to && l.weight() > 0) {
                edges.add(new Edge(from, l.weight(), 1));
                edges.add(new Edge(to, -l.weight(), -1));
            }
        }
        edges.sort(Comparator.comparingLong(Edge::at));
        return steps(edges, length);
    }

    private static Stretch steps(List<Edge> edges, long length) {
        long[] t = new long[edges.size() + 2];
        double[] rate = new double[edges.size() + 2];
        int n = 1; // t[0] = 0
        double sum = 0;
        int active = 0;
        for (Edge e : edges) {
            if (e.at() > t[n - 1]) {
                t[n++] = e.at();
            }
            active += e.active();
            sum = active == 0 ? 0 : sum + e.weight(); // no rounding carried over from one busy time to the next
            rate[n - 1] = Math.max(0, Math.min(1, sum));
        }
        if (length > t[n - 1]) {
            t[n++] = length;
        }
        return new Stretch(Arrays.copyOf(t, n), rate);
    }

    long length() {
        return t[t.length - 1];
    }

    /** The most that any window of exactly {@code w} ns loses, ns. */
    double largestLoss(long w) {
        double largest = 0;
        for (int i = 0, right = 0; i < t.length && t[i] + w <= length(); i++) {
            right = stepOf(t[i] + w, right);
            largest = Math.max(largest, lostAt(t[i] + w, right) - lost[i]);
        }
        for (int i = 0, left = 0; i < t.length; i++) {
            if (t[i] >= w) {
                left = stepOf(t[i] - w, left);
                largest = Math.max(largest, lost[i] - lostAt(t[i] - w, left));
            }
        }
        return largest;
    }

    /** The step in which {@code x} lies, looking from step {@code from} onwards. */
    private int stepOf(long x, int from) {
        int i = from;
        while (i + 1 < t.length && t[i + 1] <= x) {
            i++;
        }
        return i;
    }

    private double lostAt(long x, int step) {
        return lost[step] + rate[step] * (x - t[step]);
    }

    /**
     * The largest share lost between any two edges of steps at least {@code w} ns apart, 0..1; 0 where there are none.
     *
     * <p>The left end of the steepest chord so far never moves back: from a point that was passed over, a later right end
     * could only give a chord less steep than one already found.
     */
    double densestLoss(long w) {
        int[] hull = new int[t.length];
        int head = 0;
        int tail = 0;
        int next = 0;
        double densest = 0;
        for (int j = 1; j < t.length; j++) {
            for (; t[next] <= t[j] - w; next++) {
                while (tail - head >= 2 && slope(hull[tail - 2], hull[tail - 1]) >= slope(hull[tail - 1], next)) {
                    tail--;
                }
                hull[tail++] = next;
            }
            while (tail - head >= 2 && slope(hull[head], hull[head + 1]) <= slope(hull[head], j)) {
                head++;
            }
            if (tail > head) {
                densest = Math.max(densest, slope(hull[head], j));
            }
        }
        return densest;
    }

    private double slope(int i, int j) {
        return (lost[j] - lost[i]) / (t[j] - t[i]);
    }
}
