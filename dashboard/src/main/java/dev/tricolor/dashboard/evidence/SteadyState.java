package dev.tricolor.dashboard.evidence;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tricolor.dashboard.analysis.Figure;
import dev.tricolor.dashboard.results.RowRecord;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.StreamSupport;

/**
 * Whether the measured part ran at one speed. It comes in slices of equal work; it is steady from the first slice, in its
 * first half, after which the median slice of the earlier half of the rest and that of the later half differ by at most
 * {@value #TOLERANCE_PERCENT} %. That there is none is a result, not an error.
 *
 * @param steady invocations that became steady
 * @param of invocations
 * @param from the share of the work after which the last of them did, 0..1; NaN where none did
 * @param drift how much slower (above 0) or faster the second half of the work was than the first, as a share, median over
 *     invocations
 */
public record SteadyState(int steady, int of, double from, double drift) {
    private static final double TOLERANCE_PERCENT = 5;
    private static final int FEWEST_SLICES = 8;

    static Figure<SteadyState> of(List<RowRecord> rows) {
        int steady = 0;
        int of = 0;
        double from = Double.NaN;
        double[] drifts = new double[rows.size()];
        for (RowRecord row : rows) {
            double[] slices = slices(row.resultOrMissing().path("sliceNs"));
            if (slices.length >= FEWEST_SLICES) {
                int start = start(slices);
                drifts[of++] = change(slices, 0);
                if (start >= 0) {
                    steady++;
                    double share = (double) start / slices.length;
                    from = Double.isNaN(from) ? share : Math.max(from, share);
                }
            }
        }
        return of == 0
                ? Figure.missing("no slices: the work is bounded by time, or too small")
                : Figure.known(
                        new SteadyState(steady, of, from, median(Arrays.copyOf(drifts, of))),
                        "",
                        "the workload's result line: time of each twentieth of the measured operations; medians of halves"
                                + " within 5 %");
    }

    /** In a few words. */
    public String words() {
        String change = Math.abs(drift) < 0.005
                ? "no drift"
                : String.format(
                        Locale.ROOT, "second half %.0f %% %s", Math.abs(drift) * 100, drift > 0 ? "slower" : "faster");
        if (steady == 0) {
            return "no steady state (" + change + ")";
        }
        String where = from == 0 ? "steady" : String.format(Locale.ROOT, "steady after %.0f %%", from * 100);
        return where + (steady == of ? "" : " in " + steady + " of " + of) + " (" + change + ")";
    }

    private static int start(double[] slices) {
        for (int from = 0; from <= slices.length / 2; from++) {
            if (Math.abs(change(slices, from)) <= TOLERANCE_PERCENT / 100) {
                return from;
            }
        }
        return -1;
    }

    /** How much longer the later half of the slices from there on takes, as a share. */
    private static double change(double[] slices, int from) {
        int middle = from + (slices.length - from) / 2;
        double earlier = median(Arrays.copyOfRange(slices, from, middle));
        double later = median(Arrays.copyOfRange(slices, middle, slices.length));
        return earlier > 0 ? later / earlier - 1 : 0;
    }

    private static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        int n = sorted.length;
        return n % 2 == 1 ? sorted[n / 2] : (sorted[n / 2 - 1] + sorted[n / 2]) / 2;
    }

    private static double[] slices(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false)
                .mapToDouble(JsonNode::asDouble)
                .toArray();
    }
}
