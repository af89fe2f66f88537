package dev.tricolor.dashboard.analysis;

import dev.tricolor.dashboard.gc.Safepoint;
import dev.tricolor.dashboard.gc.Timeline;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;

/**
 * The world halted by the JVM for any reason, which is more than the pauses: also the way to the safepoint and what is
 * no garbage collection.
 *
 * @param total ns from requests to releases
 * @param max ns of the longest one
 * @param reaching ns in all until threads had stopped, part of {@code total}
 * @param maxReaching ns of the longest way to a safepoint
 */
public record Halts(
        Figure<Long> count, Figure<Long> total, Figure<Long> max, Figure<Long> reaching, Figure<Long> maxReaching) {

    private static final String INSTRUMENT = "jdk.SafepointBegin and jdk.SafepointEnd, from request to release";

    public static Halts of(Timeline timeline) {
        List<Safepoint> all = timeline.safepoints();
        if (all.isEmpty()) {
            Figure<Long> none = Figure.missing(
                    Instruments.go(timeline)
                            ? "Go tells its stops for other reasons only as a distribution (/sched/pauses/total/other:seconds)"
                            : "the recording holds no safepoint events for this window");
            return new Halts(none, none, none, none, none);
        }
        return new Halts(
                Figure.known((long) all.size(), "count", INSTRUMENT),
                ns(StoppedTime.of(all).totalNs()),
                ns(max(all, Safepoint::duration)),
                ns(all.stream().mapToLong(s -> s.reaching().toNanos()).sum()),
                ns(max(all, Safepoint::reaching)));
    }

    private static Figure<Long> ns(long value) {
        return Figure.known(value, "ns", INSTRUMENT);
    }

    private static long max(List<Safepoint> all, Function<Safepoint, Duration> part) {
        return all.stream().mapToLong(s -> part.apply(s).toNanos()).max().orElse(0);
    }
}
