package dev.tricolor.dashboard.analysis;

import dev.tricolor.dashboard.gc.GcEvent;
import dev.tricolor.dashboard.gc.Interval;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.ToLongFunction;

/** A counter that never shrinks, read now and then; taken as growing evenly between two readings. */
final class Cumulative {
    /** A reading that a workload asked for comes at most this long before the event of its start. */
    private static final long MARK_READING_BEFORE_NS = 100_000_000;

    /** When it was read: ns since 1970, strictly growing. */
    private final long[] at;
    /** What it said then. */
    private final long[] value;

    private Cumulative(long[] at, long[] value) {
        this.at = at;
        this.value = value;
    }

    /** What the counter grew by over a stretch. */
    record Growth(Instant from, Instant to, double amount) {
        double perSecond() {
            return amount / Nanos.seconds(Nanos.of(to) - Nanos.of(from));
        }
    }

    static <T extends GcEvent> Cumulative of(List<T> samples, ToLongFunction<? super T> counter) {
        long[] at = new long[samples.size()];
        long[] value = new long[samples.size()];
        int n = 0;
        for (T s : samples) {
            long t = Nanos.of(s.at());
            if (n == 0 || t > at[n - 1]) {
                at[n] = t;
                value[n] = n == 0 ? counter.applyAsLong(s) : Math.max(value[n - 1], counter.applyAsLong(s));
                n++;
            }
        }
        return new Cumulative(Arrays.copyOf(at, n), Arrays.copyOf(value, n));
    }

    /**
     * The same counter, known to stand still while the workers of a canned workload wait: from the reading just before its
     * measured part to the part's start, and from its end to the first reading after it. A straight line would spread over
     * that time what was counted before it: 1 to 4 % of half a second's work on a busy machine. For sums over the part; in a
     * series the stillness would be a dip of a moment that is drawn as a ramp.
     */
    Cumulative stillAround(Optional<WorkloadResult> result) {
        Optional<Interval> part = result.flatMap(WorkloadResult::window);
        if (part.isEmpty()) {
            return this;
        }
        long from = Nanos.of(part.get().from());
        long to = Nanos.of(part.get().to());
        int before = last(from);
        int after = last(to) + 1;
        boolean readAtEnd =
                after < at.length && at[after] <= Nanos.of(result.get().finished());
        Cumulative still = readAtEnd ? with(to, value[after]) : this;
        boolean readAtStart = before >= 0 && from - at[before] <= MARK_READING_BEFORE_NS;
        return readAtStart ? still.with(from, value[before]) : still;
    }

    /** The index of the last reading up to {@code t}; -1 where there is none. */
    private int last(long t) {
        int i = Arrays.binarySearch(at, t);
        return i >= 0 ? i : -i - 2;
    }

    /** With one more reading; the same where there is one at that moment. */
    private Cumulative with(long t, long said) {
        int i = Arrays.binarySearch(at, t);
        if (i >= 0) {
            return this;
        }
        int place = -i - 1;
        return new Cumulative(inserted(at, place, t), inserted(value, place, said));
    }

    private static long[] inserted(long[] into, int place, long x) {
        long[] longer = Arrays.copyOf(into, into.length + 1);
        System.arraycopy(into, place, longer, place + 1, into.length - place);
        longer[place] = x;
        return longer;
    }

    /** The growth over the part of the window that lies between two readings; empty where there are no two. */
    Optional<Growth> over(Interval window) {
        if (at.length < 2) {
            return Optional.empty();
        }
        long from = Math.max(Nanos.of(window.from()), at[0]);
        long to = Math.min(Nanos.of(window.to()), at[at.length - 1]);
        return from < to
                ? Optional.of(new Growth(Nanos.instant(from), Nanos.instant(to), valueAt(to) - valueAt(from)))
                : Optional.empty();
    }

    /** The growth from reading to reading, the first and the last cut to the window. */
    List<Growth> slices(Interval window) {
        List<Growth> slices = new ArrayList<>();
        for (int i = 1; i < at.length; i++) {
            long from = Math.max(Nanos.of(window.from()), at[i - 1]);
            long to = Math.min(Nanos.of(window.to()), at[i]);
            if (from < to) {
                slices.add(new Growth(Nanos.instant(from), Nanos.instant(to), valueAt(to) - valueAt(from)));
            }
        }
        return slices;
    }

    /** Between two readings by a straight line, before the first and after the last its value; 0 without a reading. */
    double valueAt(long t) {
        if (at.length == 0) {
            return 0;
        }
        int i = Arrays.binarySearch(at, t);
        if (i >= 0) {
            return value[i];
        }
        int right = -i - 1;
        if (right == 0) {
            return value[0];
        }
        if (right == at.length) {
            return value[at.length - 1];
        }
        double part = (t - at[right - 1]) / (double) (at[right] - at[right - 1]);
        return value[right - 1] + part * (value[right] - value[right - 1]);
    }
}
