package dev.tricolor.dashboard.analysis;

import dev.tricolor.dashboard.gc.Interval;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/**
 * The mutator's share of the time, and the least of it in any window.
 *
 * <p>MMU(w) is the minimum over t of the mutator's share of [t, t+w] (Cheng and Blelloch, PLDI 2001). BMU(w) is the
 * minimum of MMU(w') over all w' ≥ w (Sachindran, Moss and Berger, OOPSLA 2004), which unlike MMU never falls as w grows.
 *
 * <p>Both are exact, not sampled. The losses make a step function of time; at each instant they add up to at most 1. A
 * window lies wholly in one covered stretch: what a gap hides is not counted as running. What is computed in each stretch
 * is in {@link Stretch}.
 */
final class Utilisation {
    private final List<Stretch> stretches = new ArrayList<>();

    Utilisation(List<Interval> covered, List<Loss> losses) {
        for (Interval i : joined(covered)) {
            stretches.add(Stretch.of(i, losses));
        }
    }

    /** The longest window that fits, ns; 0 where nothing is covered. */
    long longestNs() {
        return stretches.stream().mapToLong(Stretch::length).max().orElse(0);
    }

    /** 0..1; empty where no covered stretch is as long as the window. */
    OptionalDouble mmu(long windowNs) {
        requirePositive(windowNs);
        return stretches.stream()
                .filter(s -> s.length() >= windowNs)
                .mapToDouble(s -> 1 - s.largestLoss(windowNs) / windowNs)
                .map(Utilisation::share)
                .min();
    }

    /** 0..1; empty where no covered stretch is as long as the window. */
    OptionalDouble bmu(long windowNs) {
        OptionalDouble mmu = mmu(windowNs);
        return mmu.isPresent() ? OptionalDouble.of(bmu(windowNs, mmu.getAsDouble())) : mmu;
    }

    /** The same where MMU of this window is known already. */
    double bmu(long windowNs, double mmu) {
        return stretches.stream()
                .filter(s -> s.length() >= windowNs)
                .mapToDouble(s -> share(1 - s.densestLoss(windowNs)))
                .reduce(mmu, Math::min);
    }

    private static void requirePositive(long windowNs) {
        if (windowNs <= 0) {
            throw new IllegalArgumentException("a window lasts longer than " + windowNs + " ns");
        }
    }

    /** Rounding can leave a share a hair outside. */
    private static double share(double x) {
        return Math.max(0, Math.min(1, x));
    }

    /** Stretches that touch are one: no data is lost between them. */
    private static List<Interval> joined(List<Interval> covered) {
        List<Interval> joined = new ArrayList<>();
        for (Interval i : covered) {
            Interval last = joined.isEmpty() ? null : joined.get(joined.size() - 1);
            if (last != null && !i.from().isAfter(last.to())) {
                joined.set(
                        joined.size() - 1, new Interval(last.from(), i.to().isAfter(last.to()) ? i.to() : last.to()));
            } else {
                joined.add(i);
            }
        }
        return joined;
    }
}
