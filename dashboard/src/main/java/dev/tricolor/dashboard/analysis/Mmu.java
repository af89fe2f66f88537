package dev.tricolor.dashboard.analysis;

import dev.tricolor.dashboard.gc.Timeline;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.LongStream;

/**
 * Minimum mutator utilisation: the least share of any window of a given length that the application had to itself, three
 * times with more and more of the cost in it. See {@link Utilisation} for the definitions.
 *
 * @param pauses the world stopped, nothing else: can hide everything
 * @param withStalls also each stalled thread as its share of the mutator threads; missing where no stalls are reported
 * @param withGcCpu also the machine's share that the collector's threads used beside the application
 */
public record Mmu(Figure<Curve> pauses, Figure<Curve> withStalls, Figure<Curve> withGcCpu) {

    /** MMU and BMU over the window length, shortest window first; windows longer than any covered stretch are left out. */
    public record Curve(List<Point> points) {}

    /**
     * One window length.
     *
     * @param mmu share 0..1 in the worst window of exactly this length
     * @param bmu share 0..1 in the worst window of this length or longer
     */
    public record Point(long windowNs, double mmu, double bmu) {}

    /** The named windows, ns. */
    public static final long MS_1 = 1_000_000L;

    public static final long MS_10 = 10 * MS_1;
    public static final long MS_100 = 100 * MS_1;
    public static final long S_1 = 1_000 * MS_1;

    /** Ten a decade from 0.1 ms to 10 s, the named ones among them. */
    private static final long[] WINDOWS = LongStream.rangeClosed(0, 50)
            .map(i -> Math.round(MS_1 / 10.0 * Math.pow(10, i / 10.0)))
            .toArray();

    public static Mmu of(Timeline timeline) {
        return of(timeline, MutatorThreads.of(timeline));
    }

    /** With a number of mutator threads that is known from elsewhere, such as the whole of a timeline cut to a window. */
    public static Mmu of(Timeline timeline, Figure<Integer> mutators) {
        return new Mmu(
                curve(timeline, Losses.pauses(timeline)),
                curve(timeline, Losses.withStalls(timeline, mutators)),
                curve(timeline, Losses.withGcCpu(timeline, mutators)));
    }

    private static Figure<Curve> curve(Timeline timeline, Figure<List<Loss>> losses) {
        return losses.map("share", l -> curve(new Utilisation(timeline.covered(), l)));
    }

    private static Curve curve(Utilisation utilisation) {
        List<Point> points = new ArrayList<>();
        for (long w : WINDOWS) {
            if (w <= utilisation.longestNs()) {
                double mmu = utilisation.mmu(w).orElseThrow();
                points.add(new Point(w, mmu, utilisation.bmu(w, mmu)));
            }
        }
        return new Curve(List.copyOf(points));
    }

    /** MMU of one window from pauses alone, without the whole curve. */
    public static Figure<Double> ofPauses(Timeline timeline, long windowNs) {
        return at(timeline, Losses.pauses(timeline), windowNs);
    }

    /** MMU of one window from pauses and stalls, without the whole curve. */
    public static Figure<Double> ofPausesAndStalls(Timeline timeline, Figure<Integer> mutators, long windowNs) {
        return at(timeline, Losses.withStalls(timeline, mutators), windowNs);
    }

    private static Figure<Double> at(Timeline timeline, Figure<List<Loss>> losses, long windowNs) {
        if (losses instanceof Figure.Known<List<Loss>> k) {
            OptionalDouble mmu = new Utilisation(timeline.covered(), k.value()).mmu(windowNs);
            return mmu.isPresent()
                    ? Figure.known(mmu.getAsDouble(), "share", k.instrument())
                    : Figure.missing("no covered stretch is as long as the window");
        }
        return Figure.missing(((Figure.Missing<List<Loss>>) losses).why());
    }
}
