package dev.tricolor.dashboard.analysis;

import dev.tricolor.dashboard.gc.Collector;
import dev.tricolor.dashboard.gc.Pause;
import dev.tricolor.dashboard.gc.Timeline;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The world stopped by the collector: how often and for how long.
 *
 * @param count pauses as reported, nested ones too: the number in the JVM's log, in Go two a cycle
 * @param sum ns of stopped time: the outer pauses only
 * @param max ns of the longest outer pause
 * @param p50 ns; this and the other percentiles and {@code histogram} are over outer pauses
 * @param nested how many pauses lie inside another
 * @param byName each pause name as reported, by falling sum; nested ones are in the sum of their own name
 */
public record PauseStats(
        Figure<Long> count,
        Figure<Long> sum,
        Figure<Long> max,
        Figure<Long> p50,
        Figure<Long> p90,
        Figure<Long> p99,
        Figure<Long> p999,
        int nested,
        List<Distribution.Bucket> histogram,
        List<ByName> byName) {

    /** The pauses of one name. */
    public record ByName(String name, long count, long sumNs, long maxNs) {}

    private static final String ONCE = "; a pause inside another counts once";

    public static PauseStats of(Timeline timeline) {
        StoppedTime stopped = StoppedTime.of(timeline);
        if (timeline.covered().isEmpty()) {
            return none("the recording holds no data yet", stopped);
        }
        if (timeline.pauses().isEmpty()) {
            return empty(timeline);
        }
        Distribution d = Distribution.of(
                stopped.outer().stream().mapToLong(Nanos::length).toArray());
        String reported = Instruments.pauses(timeline);
        String outer = reported + ONCE;
        String percentile = outer + "; HdrHistogram, 3 digits";
        return new PauseStats(
                Figure.known((long) timeline.pauses().size(), "count", reported),
                Figure.known(stopped.totalNs(), "ns", outer + instrumentNote(timeline)),
                Figure.known(d.maxNs(), "ns", outer),
                Figure.known(d.p50Ns(), "ns", percentile),
                Figure.known(d.p90Ns(), "ns", percentile),
                Figure.known(d.p99Ns(), "ns", percentile),
                Figure.known(d.p999Ns(), "ns", percentile),
                stopped.nested(),
                d.buckets(),
                byName(timeline.pauses()));
    }

    private static String instrumentNote(Timeline timeline) {
        return switch (timeline.runtime().collector()) {
            case SHENANDOAH, SHENANDOAH_GENERATIONAL ->
                "; Shenandoah's own log adds up to more (20 % on 17, 4 % on 25): it times the whole operation";
            default -> "";
        };
    }

    private static PauseStats empty(Timeline timeline) {
        String why = timeline.runtime().collector() == Collector.EPSILON
                ? "Epsilon never collects"
                : "no pause in this window";
        PauseStats none = none(why, new StoppedTime(List.of(), 0, 0, 0));
        return new PauseStats(
                Figure.known(0L, "count", Instruments.pauses(timeline)),
                Figure.known(0L, "ns", Instruments.pauses(timeline) + ONCE),
                none.max,
                none.p50,
                none.p90,
                none.p99,
                none.p999,
                0,
                List.of(),
                List.of());
    }

    private static PauseStats none(String why, StoppedTime stopped) {
        Figure<Long> none = Figure.missing(why);
        return new PauseStats(none, none, none, none, none, none, none, stopped.nested(), List.of(), List.of());
    }

    private static List<ByName> byName(List<Pause> pauses) {
        Map<String, ByName> names = new TreeMap<>();
        for (Pause p : pauses) {
            long ns = p.duration().toNanos();
            names.merge(
                    p.name(),
                    new ByName(p.name(), 1, ns, ns),
                    (a, b) -> new ByName(a.name(), a.count + b.count, a.sumNs + b.sumNs, Math.max(a.maxNs, b.maxNs)));
        }
        return names.values().stream()
                .sorted(Comparator.comparingLong(ByName::sumNs).reversed())
                .toList();
    }
}
