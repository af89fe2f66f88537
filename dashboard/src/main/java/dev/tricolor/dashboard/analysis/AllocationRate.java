package dev.tricolor.dashboard.analysis;

import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import com.fasterxml.jackson.databind.ser.std.ToStringSerializer;
import dev.tricolor.dashboard.gc.AllocationSample;
import dev.tricolor.dashboard.gc.Interval;
import dev.tricolor.dashboard.gc.Timeline;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * How fast the application allocates, by two instruments that check each other: the threads' counter, and the heap's
 * growth from one collection to the next. The counter is reported where there is one, for it also sees what is allocated
 * during a concurrent collection.
 *
 * @param total bytes in the window
 * @param rate bytes/s, mean over the window
 * @param crossCheck the rate between collections divided by the counter's; 1 means that both agree
 * @param byCounter from reading to reading
 * @param byCollections from the end of a collection to the start of the next
 */
public record AllocationRate(
        Figure<Long> total,
        Figure<Double> rate,
        Figure<Double> crossCheck,
        List<Slice> byCounter,
        List<Slice> byCollections) {

    /** What was allocated over a stretch of time. */
    public record Slice(
            @JsonSerialize(using = ToStringSerializer.class) Instant from,
            @JsonSerialize(using = ToStringSerializer.class) Instant to,
            long bytes,
            double bytesPerSecond) {}

    private static final String COUNTER =
            "tricolor.Allocation: ThreadMXBean's total once a second, exact to one thread-local buffer a thread";
    private static final String COLLECTIONS = "jdk.GCHeapSummary: used before a collection less used after the one"
            + " before; without what is allocated during collections";

    public static AllocationRate of(Timeline timeline) {
        return timeline.span()
                .map(window -> of(timeline, window))
                .orElseGet(() -> none("the recording holds no data yet"));
    }

    /** Over a window of the whole timeline, so that readings on both sides of the window's edges help. */
    public static AllocationRate of(Timeline timeline, Interval window) {
        Cumulative counter = Cumulative.of(timeline.allocation(), AllocationSample::bytes);
        Optional<Cumulative.Growth> counted = counter.over(window);
        List<Slice> byCounter = counter.slices(window).stream()
                .map(g -> new Slice(g.from(), g.to(), Math.round(g.amount()), g.perSecond()))
                .toList();
        List<Slice> byCollections = HeapGrowth.of(timeline.within(window));
        long between = byCollections.stream().mapToLong(Slice::bytes).sum();
        double rateBetween = rate(byCollections);
        if (counted.isPresent()) {
            double rate = counted.get().perSecond();
            return new AllocationRate(
                    Figure.known(Math.round(counted.get().amount()), "bytes", COUNTER),
                    Figure.known(rate, "bytes/s", COUNTER),
                    byCollections.isEmpty() || rate <= 0
                            ? Figure.missing("fewer than two collections in this window")
                            : Figure.known(rateBetween / rate, "", COLLECTIONS + "; against " + COUNTER),
                    byCounter,
                    byCollections);
        }
        if (byCollections.isEmpty()) {
            return none("neither two readings of tricolor.Allocation nor two collections in this window");
        }
        return new AllocationRate(
                Figure.known(between, "bytes", COLLECTIONS),
                Figure.known(rateBetween, "bytes/s", COLLECTIONS),
                Figure.missing("no tricolor.Allocation to compare with"),
                byCounter,
                byCollections);
    }

    /** The series of the instrument that is reported. */
    public List<Slice> series() {
        return byCounter.isEmpty() ? byCollections : byCounter;
    }

    private static double rate(List<Slice> slices) {
        long ns = slices.stream()
                .mapToLong(s -> Nanos.of(s.to()) - Nanos.of(s.from()))
                .sum();
        long bytes = slices.stream().mapToLong(Slice::bytes).sum();
        return ns == 0 ? 0 : bytes / Nanos.seconds(ns);
    }

    private static AllocationRate none(String why) {
        return new AllocationRate(Figure.missing(why), Figure.missing(why), Figure.missing(why), List.of(), List.of());
    }
}
