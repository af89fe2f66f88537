package dev.tricolor.dashboard.analysis;

import static dev.tricolor.dashboard.analysis.TimelineBuilder.T0;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.tricolor.dashboard.gc.Interval;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A second instrument for MMU and BMU that shares no code with the first: time is a row of cells of 1 ns with all edges on
 * cells, every window is tried at every place, and BMU is the least over all longer ones.
 */
class UtilisationBruteForceTest {
    private static final int SPAN = 160;
    private static final double ROUNDING = 1e-9;

    private record Input(List<Interval> covered, List<Loss> losses) {}

    private static Interval ns(int from, int to) {
        return new Interval(T0.plusNanos(from), T0.plusNanos(to));
    }

    private static Input random(long seed) {
        Random r = new Random(seed);
        List<Interval> covered = new ArrayList<>();
        int at = r.nextInt(10);
        while (at < SPAN - 10) {
            int to = Math.min(SPAN, at + 1 + r.nextInt(SPAN));
            covered.add(ns(at, to));
            at = to + r.nextInt(3) * r.nextInt(20); // often no gap at all
        }
        List<Loss> losses = new ArrayList<>();
        int n = r.nextInt(25);
        for (int i = 0; i < n; i++) {
            int from = r.nextInt(SPAN + 20) - 10;
            losses.add(new Loss(ns(from, from + r.nextInt(15)), r.nextBoolean() ? 1 : r.nextInt(5) / 4.0));
        }
        return new Input(covered, losses);
    }

    /** For each window length the least utilisation, or NaN where none fits. */
    private static double[] bruteForce(Input in) {
        double[] lost = new double[SPAN];
        boolean[] seen = new boolean[SPAN];
        for (int cell = 0; cell < SPAN; cell++) {
            Interval one = ns(cell, cell + 1);
            seen[cell] = in.covered().stream().anyMatch(c -> c.contains(one.from()));
            lost[cell] = Math.min(
                    1,
                    in.losses().stream()
                            .filter(l -> l.interval().contains(one.from()))
                            .mapToDouble(Loss::weight)
                            .sum());
        }
        double[] mmu = new double[SPAN + 1];
        for (int w = 1; w <= SPAN; w++) {
            mmu[w] = Double.NaN;
            for (int from = 0; from + w <= SPAN; from++) {
                double sum = 0;
                boolean whole = true;
                for (int cell = from; cell < from + w; cell++) {
                    sum += lost[cell];
                    whole &= seen[cell];
                }
                if (whole && !(mmu[w] <= 1 - sum / w)) {
                    mmu[w] = 1 - sum / w;
                }
            }
        }
        return mmu;
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4, 5, 6, 7, 8, 9})
    void agreesWithTryingEveryWindow(int block) {
        int compared = 0;
        for (long seed = block * 20L; seed < block * 20L + 20; seed++) {
            Input in = random(seed);
            Utilisation fast = new Utilisation(in.covered(), in.losses());
            double[] mmu = bruteForce(in);
            double bmu = 1;
            for (int w = SPAN; w >= 1; w--) {
                if (Double.isNaN(mmu[w])) {
                    assertThat(fast.mmu(w)).as("seed %d window %d", seed, w).isEmpty();
                    continue;
                }
                bmu = Math.min(bmu, mmu[w]);
                assertThat(fast.mmu(w).orElseThrow())
                        .as("MMU of seed %d window %d", seed, w)
                        .isEqualTo(mmu[w], within(ROUNDING));
                assertThat(fast.bmu(w).orElseThrow())
                        .as("BMU of seed %d window %d", seed, w)
                        .isEqualTo(bmu, within(ROUNDING));
                compared++;
            }
        }
        assertThat(compared).isGreaterThan(500);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4, 5, 6, 7, 8, 9})
    void moreLossNeverHelpsAndBmuNeverFalls(int block) {
        for (long seed = 1000 + block * 20L; seed < 1000 + block * 20L + 20; seed++) {
            Input in = random(seed);
            List<Loss> pauses =
                    in.losses().stream().filter(l -> l.weight() == 1).toList();
            Utilisation alone = new Utilisation(in.covered(), pauses);
            Utilisation all = new Utilisation(in.covered(), in.losses());
            double before = 0;
            for (int w = 1; w <= all.longestNs(); w++) {
                double mmu = all.mmu(w).orElseThrow();
                double bmu = all.bmu(w).orElseThrow();
                assertThat(mmu).isLessThanOrEqualTo(alone.mmu(w).orElseThrow() + ROUNDING);
                assertThat(bmu).isLessThanOrEqualTo(mmu + ROUNDING).isGreaterThanOrEqualTo(before - ROUNDING);
                before = bmu;
            }
        }
    }
}
