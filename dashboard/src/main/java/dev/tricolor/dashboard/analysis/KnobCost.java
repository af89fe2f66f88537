package dev.tricolor.dashboard.analysis;

import dev.tricolor.dashboard.gc.Interval;
import dev.tricolor.dashboard.gc.KnobChange;
import dev.tricolor.dashboard.gc.Timeline;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What the last turn of the knob by a person changed: collections, the collector's CPU and the heap's peak, just before it and
 * now.
 *
 * @param turned the change, empty where nobody has turned
 */
public record KnobCost(Optional<KnobChange> turned, Side before, Side now) {

    /** What a stretch before and one after the turn cost. */
    public static final String GOGC = "GOGC";

    /** The stretches that are compared; what comes within the first moments after the turn belongs to neither. */
    static final Duration STRETCH = Duration.ofSeconds(10);

    static final Duration SETTLING = Duration.ofSeconds(2);

    /** One stretch of time. */
    public record Side(Figure<Double> collectionsPerSecond, Figure<Double> gcShareOfMachine, Figure<Long> peak) {}

    /** Of everything up to {@code until}. */
    public static KnobCost of(Timeline timeline, Instant until) {
        Optional<KnobChange> turned =
                turns(timeline).stream().filter(c -> !c.at().isAfter(until)).reduce((first, later) -> later);
        if (turned.isEmpty()) {
            Side none = missing("nobody has turned the knob in this session");
            return new KnobCost(turned, none, side(timeline, until.minus(STRETCH), until));
        }
        Instant at = turned.get().at();
        Instant recent = until.minus(STRETCH);
        Instant settled = at.plus(SETTLING);
        return new KnobCost(
                turned,
                side(timeline, at.minus(STRETCH), at),
                side(timeline, recent.isAfter(settled) ? recent : settled, until));
    }

    /** Every change of the knob itself, whoever made it; what the loop does about it is not among them. */
    public static List<KnobChange> turns(Timeline timeline) {
        return timeline.knobChanges().stream()
                .filter(c -> c.name().equals(GOGC) || c.name().equals("GOMEMLIMIT"))
                .toList();
    }

    private static Side side(Timeline timeline, Instant from, Instant to) {
        if (!from.isBefore(to)) {
            return missing("it was turned only now");
        }
        Interval window = new Interval(from, to);
        Timeline cut = timeline.within(window);
        if (cut.covered().isEmpty()) {
            return missing("nothing was recorded before it was turned");
        }
        Instant begin = cut.covered().get(0).from();
        Instant end = cut.covered().get(cut.covered().size() - 1).to();
        double seconds = Duration.between(begin, end).toNanos() / 1e9;
        long collections =
                cut.cycles().stream().filter(c -> window.contains(c.at())).count();
        return new Side(
                Figure.known(
                        collections / seconds,
                        "1/s",
                        Instruments.cycles(timeline) + "; those that began in the stretch"),
                GcCpu.of(timeline, window).shareOfMachine(),
                HeapStats.of(cut).peakUsed());
    }

    private static Side missing(String why) {
        return new Side(Figure.missing(why), Figure.missing(why), Figure.missing(why));
    }
}
