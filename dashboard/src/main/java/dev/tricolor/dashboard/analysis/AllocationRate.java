package dev.tricolor.dashboard.analysis;

import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import com.fasterxml.jackson.databind.ser.std.ToStringSerializer;
import dev.tricolor.dashboard.gc.AllocationSample;
import dev.tricolor.dashboard.gc.Interval;
import dev.tricolor.dashboard.gc.Timeline;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * How fast the application allocates, by two instruments that check each other: the threads' counter, and the heap's
 * growth from one collection to the next. The counter is reported where there is one, for it also sees what is allocated
 * during a concurrent collection.
 *
 * @param total bytes in the window
 * @param rate bytes/s, mean over the window
 * @param crossCheck what the heap grew by between collections, divided by what the counter did over the same time; 1 means
 *     that both agree
 * @param byCounter from reading to reading
 * @param byCollections from the end of a collection to the start of the next, in Go also while it marks
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

    private static final Duration SHORTEST = Duration.ofMillis(250);
    private static final String CONCURRENT =
            "most is allocated while a concurrent collection runs, which the heap's size" + " does not show";

    public static AllocationRate of(Timeline timeline) {
        return timeline.span()
                .map(window -> of(timeline, window))
                .orElseGet(() -> none("the recording holds no data yet", HeapGrowth.of(timeline)));
    }

    /** Over a window of the whole timeline, so that readings on both sides of the window's edges help. */
    public static AllocationRate of(Timeline timeline, Interval window) {
        Cumulative counter = Cumulative.of(timeline.allocation(), AllocationSample::bytes);
        Optional<Cumulative.Growth> counted =
                counter.stillAround(WorkloadResult.of(timeline)).over(window);
        HeapGrowth growth = HeapGrowth.of(timeline.within(window));
        boolean go = Instruments.go(timeline);
        boolean concurrent = timeline.runtime().collector().concurrent()
                && !(go && timeline.go().traced());
        String byCounter = Instruments.allocation(timeline);
        String byGrowth = Instruments.growth(timeline);
        if (counted.isPresent()) {
            return new AllocationRate(
                    Figure.known(Math.round(counted.get().amount()), "bytes", byCounter),
                    Figure.known(counted.get().perSecond(), "bytes/s", byCounter),
                    concurrent
                            ? Figure.missing(CONCURRENT)
                            : crossCheck(growth, counter, byGrowth + "; against " + byCounter),
                    joined(
                            counter.slices(window).stream()
                                    .map(AllocationRate::slice)
                                    .toList(),
                            go),
                    joined(growth.slices(), go));
        }
        if (growth.slices().isEmpty()) {
            return none(
                    "neither two readings of " + Instruments.allocationCounter(timeline)
                            + " nor two collections in this window",
                    growth);
        }
        return new AllocationRate(
                concurrent ? Figure.missing(CONCURRENT) : Figure.known(growth.bytes(), "bytes", byGrowth),
                Figure.known(
                        growth.bytesPerSecond(),
                        "bytes/s",
                        go ? byGrowth : byGrowth + "; the time in them left out as well"),
                Figure.missing("no " + Instruments.allocationCounter(timeline) + " to compare with"),
                List.of(),
                joined(growth.slices(), go));
    }

    /**
     * Go is read ten times a second and its cycles can be a millisecond apart: over so short a time a span of 8 KiB more or less
     * makes a rate of its own. So neighbours are put together until they last long enough.
     */
    private static List<Slice> joined(List<Slice> slices, boolean go) {
        if (!go) {
            return slices;
        }
        List<Slice> joined = new ArrayList<>();
        Slice open = null;
        for (Slice s : slices) {
            open = open == null ? s : both(open, s);
            if (Duration.between(open.from(), open.to()).compareTo(SHORTEST) >= 0) {
                joined.add(open);
                open = null;
            }
        }
        if (open != null) {
            joined.add(open);
        }
        return List.copyOf(joined);
    }

    private static Slice both(Slice a, Slice b) {
        long bytes = a.bytes() + b.bytes();
        return new Slice(a.from(), b.to(), bytes, bytes / Nanos.seconds(Duration.between(a.from(), b.to())));
    }

    /** The series of the instrument that is reported. */
    public List<Slice> series() {
        return byCounter.isEmpty() ? byCollections : byCounter;
    }

    private static Figure<Double> crossCheck(HeapGrowth growth, Cumulative counter, String instrument) {
        if (growth.slices().isEmpty()) {
            return Figure.missing("fewer than two collections in this window");
        }
        double counted = growth.counted(counter);
        return counted > 0
                ? Figure.known(growth.bytes() / counted, "", instrument)
                : Figure.missing("nothing was allocated from the first collection to the last");
    }

    private static Slice slice(Cumulative.Growth g) {
        return new Slice(g.from(), g.to(), Math.round(g.amount()), g.perSecond());
    }

    private static AllocationRate none(String why, HeapGrowth growth) {
        return new AllocationRate(
                Figure.missing(why), Figure.missing(why), Figure.missing(why), List.of(), growth.slices());
    }
}
