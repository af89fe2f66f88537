package dev.tricolor.dashboard.analysis;

import static dev.tricolor.dashboard.analysis.TimelineBuilder.interval;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class UtilisationTest {
    private static final long MS = 1_000_000;
    private static final Offset<Double> EXACTLY = within(1e-12);

    private static Loss stopped(double fromMs, double toMs) {
        return new Loss(interval(fromMs, toMs), 1);
    }

    private static double mmu(Utilisation u, double windowMs) {
        return u.mmu(Math.round(windowMs * MS)).orElseThrow();
    }

    private static double bmu(Utilisation u, double windowMs) {
        return u.bmu(Math.round(windowMs * MS)).orElseThrow();
    }

    @Test
    void onePause() {
        Utilisation u = new Utilisation(List.of(interval(0, 100)), List.of(stopped(50, 60)));

        assertThat(mmu(u, 5)).isZero(); // fits into the pause
        assertThat(mmu(u, 10)).isZero();
        assertThat(mmu(u, 20)).isEqualTo(0.5, EXACTLY); // 10 of 20
        assertThat(mmu(u, 100)).isEqualTo(0.9, EXACTLY); // 10 of 100
    }

    @Test
    void aWindowOverTwoPauses() {
        // pauses 10..20 and 30..40: a window of 30 from 10 holds 10 + 10, one of 25 holds 10 + 5, e.g. 10..35
        Utilisation u = new Utilisation(List.of(interval(0, 100)), List.of(stopped(10, 20), stopped(30, 40)));

        assertThat(mmu(u, 30)).isEqualTo(1 - 20.0 / 30, EXACTLY);
        assertThat(mmu(u, 25)).isEqualTo(1 - 15.0 / 25, EXACTLY);
        // 20 holds 10 wherever it lies: MMU(20) = 0.5 > MMU(30) = 1/3, which is why BMU exists
        assertThat(mmu(u, 20)).isEqualTo(0.5, EXACTLY);
        assertThat(bmu(u, 20)).isEqualTo(1 - 20.0 / 30, EXACTLY);
        // beyond 30 the density falls: 20 of 40
        assertThat(bmu(u, 40)).isEqualTo(0.5, EXACTLY);
    }

    @Test
    void aPauseAtTheEdgeOfTheRecordingCountsAsFarAsItIsCovered() {
        // covered 0..100, pauses -5..5 and 90..110: 5 and 10 inside
        Utilisation u = new Utilisation(List.of(interval(0, 100)), List.of(stopped(-5, 5), stopped(90, 110)));

        assertThat(mmu(u, 10)).isZero(); // 90..100
        assertThat(mmu(u, 100)).isEqualTo(0.85, EXACTLY);
    }

    @Test
    void nothingLostIsFullUtilisation() {
        Utilisation u = new Utilisation(List.of(interval(0, 100)), List.of());

        assertThat(mmu(u, 1)).isEqualTo(1);
        assertThat(bmu(u, 100)).isEqualTo(1);
    }

    @Test
    void overlappingLossesAddUpToAllAtMost() {
        // 0.5 over 10..30 and 0.75 over 20..40: 0.5, then 1 (not 1.25), then 0.75
        Utilisation u = new Utilisation(
                List.of(interval(0, 100)), List.of(new Loss(interval(10, 30), 0.5), new Loss(interval(20, 40), 0.75)));

        assertThat(mmu(u, 10)).isZero(); // 20..30
        assertThat(mmu(u, 30)).isEqualTo(1 - (5 + 10 + 7.5) / 30, EXACTLY); // 10..40
        assertThat(mmu(u, 20)).isEqualTo(1 - (10 + 7.5) / 20, EXACTLY); // 20..40
    }

    @Test
    void aGapIsNotRunning() {
        // covered 0..20 and 80..100. A window of 20 that may lie across the gap would find 0.5 at best where the truth
        // is unknown; inside the stretches the worst of 20 is 0..20 with 10 lost
        Utilisation u =
                new Utilisation(List.of(interval(0, 20), interval(80, 100)), List.of(stopped(10, 20), stopped(80, 85)));

        assertThat(mmu(u, 20)).isEqualTo(0.5, EXACTLY);
        assertThat(u.mmu(21 * MS)).isEmpty();
        assertThat(u.bmu(21 * MS)).isEmpty();
        assertThat(u.longestNs()).isEqualTo(20 * MS);
    }

    @Test
    void stretchesThatTouchAreOne() {
        Utilisation u =
                new Utilisation(List.of(interval(0, 20), interval(20, 40), interval(35, 60)), List.of(stopped(15, 25)));

        assertThat(u.longestNs()).isEqualTo(60 * MS);
        assertThat(mmu(u, 10)).isZero(); // across the seam
        assertThat(mmu(u, 60)).isEqualTo(1 - 10.0 / 60, EXACTLY);
    }

    @Test
    void nothingCoveredHasNoUtilisation() {
        assertThat(new Utilisation(List.of(), List.of(stopped(0, 1))).mmu(1)).isEmpty();
    }
}
