package dev.tricolor.dashboard.analysis;

import dev.tricolor.dashboard.gc.Cycle;
import dev.tricolor.dashboard.gc.Stall;
import dev.tricolor.dashboard.gc.Timeline;
import java.util.List;

/**
 * Single threads held up by the collector while the others may run on.
 *
 * @param count of stalls
 * @param sum thread-nanoseconds: two threads held up for one second are two
 * @param max ns of the longest one
 * @param p50 ns; this and the other percentiles and {@code histogram} are over single stalls
 * @param threads how many different threads were held up
 */
public record StallStats(
        Figure<Long> count,
        Figure<Long> sum,
        Figure<Long> max,
        Figure<Long> p50,
        Figure<Long> p90,
        Figure<Long> p99,
        Figure<Long> p999,
        Figure<Long> threads,
        List<Distribution.Bucket> histogram) {

    private static final String NO_SINGLE_ASSIST =
            "Go tells the CPU time of all mark assists of a cycle, not how many there were nor how long one took";

    public static StallStats of(Timeline timeline) {
        String why = whyNone(timeline);
        if (!why.isEmpty()) {
            return none(Figure.missing(why), Figure.missing(why), why);
        }
        List<Stall> stalls = timeline.stalls();
        String instrument = Instruments.stalls(timeline);
        if (Instruments.go(timeline)) {
            return assists(stalls, instrument);
        }
        Figure<Long> count = Figure.known((long) stalls.size(), "count", instrument);
        long total = stalls.stream().mapToLong(s -> s.duration().toNanos()).sum();
        Figure<Long> sum = Figure.known(total, "ns", instrument + "; added over threads");
        if (stalls.isEmpty()) {
            return none(count, sum, "no stall in this window");
        }
        Distribution d = Distribution.of(
                stalls.stream().mapToLong(s -> s.duration().toNanos()).toArray());
        String percentile = instrument + "; HdrHistogram, 3 digits";
        return new StallStats(
                count,
                sum,
                Figure.known(d.maxNs(), "ns", instrument),
                Figure.known(d.p50Ns(), "ns", percentile),
                Figure.known(d.p90Ns(), "ns", percentile),
                Figure.known(d.p99Ns(), "ns", percentile),
                Figure.known(d.p999Ns(), "ns", percentile),
                Figure.known(
                        stalls.stream().mapToLong(Stall::threadId).distinct().count(), "count", instrument),
                d.buckets());
    }

    /** Go's mark assists: their time is known cycle by cycle, single ones are not. */
    private static StallStats assists(List<Stall> stalls, String instrument) {
        double total = stalls.stream()
                .mapToDouble(s -> s.threads() * s.duration().toNanos())
                .sum();
        return none(
                Figure.missing(NO_SINGLE_ASSIST),
                Figure.known(Math.round(total), "ns", instrument + "; added over threads"),
                NO_SINGLE_ASSIST);
    }

    private static StallStats none(Figure<Long> count, Figure<Long> sum, String why) {
        Figure<Long> none = Figure.missing(why);
        return new StallStats(count, sum, none, none, none, none, none, none, List.of());
    }

    /** Why this session can't have stalls to count; empty where it can. */
    private static String whyNone(Timeline timeline) {
        if (timeline.covered().isEmpty()) {
            return "the recording holds no data yet";
        }
        if (!timeline.stalls().isEmpty()) {
            return "";
        }
        String label = timeline.runtime().collector().label();
        return switch (timeline.runtime().collector()) {
            case ZGC -> "";
            case GO ->
                timeline.go().traced() ? "" : "only gctrace tells what goroutines were held up for, cycle by cycle";
            case SERIAL, PARALLEL, G1 -> label + " reports no stalls: its threads wait for memory only in pauses";
            case SHENANDOAH, SHENANDOAH_GENERATIONAL ->
                label + " reports no stalls: see degenerated and full collections ("
                        + CycleStats.degeneratedPauses(timeline) + " and " + fulls(timeline) + " here)";
            case EPSILON -> "Epsilon never collects, so no thread waits for it";
            case UNKNOWN -> "the collector is not known yet";
        };
    }

    private static long fulls(Timeline timeline) {
        return timeline.cycles().stream()
                .filter(c -> c.kind() == Cycle.Kind.FULL)
                .count();
    }
}
