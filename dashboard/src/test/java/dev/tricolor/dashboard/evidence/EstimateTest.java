package dev.tricolor.dashboard.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import org.junit.jupiter.api.Test;

/** Against values worked out by hand. */
class EstimateTest {

    @Test
    void interval_isStudents() {
        // mean 3, deviation sqrt(2.5), t(0.975, 4) = 2.776: 2.776 * 1.58114 / sqrt(5)
        Estimate e = Estimate.of(new double[] {1, 2, 3, 4, 5});

        assertThat(e.mean()).isEqualTo(3);
        assertThat(e.half()).isCloseTo(1.96294, within(1e-4));
        assertThat(e.n()).isEqualTo(5);
    }

    @Test
    void singleValue_hasNoInterval() {
        Estimate e = Estimate.of(new double[] {7});

        assertThat(e.hasInterval()).isFalse();
        assertThat(e.half()).isNaN();
    }

    @Test
    void noValue_isRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> Estimate.of(new double[0]));
    }

    @Test
    void quantilesAboveTheTable_goOnFromIt() {
        assertThat(StudentT.quantile975(1)).isEqualTo(12.706);
        assertThat(StudentT.quantile975(30)).isEqualTo(2.042);
        assertThat(StudentT.quantile975(40)).isCloseTo(2.021, within(5e-4));
        assertThat(StudentT.quantile975(120)).isCloseTo(1.980, within(5e-4));
    }

    @Test
    void ratio_isOfPairs() {
        // ln ratios: ln 2, ln 2, ln 2: no spread, whatever the machine did to both
        Ratio r = Ratio.of(Map.of(1, 2.0, 2, 20.0, 3, 200.0), Map.of(1, 1.0, 2, 10.0, 3, 100.0));

        assertThat(r.value()).isCloseTo(2, within(1e-12));
        assertThat(r.low()).isCloseTo(2, within(1e-12));
        assertThat(r.withinNoise()).isFalse();
        assertThat(r.words()).isEqualTo("2.0 times as much");
    }

    @Test
    void ratioWhoseIntervalHoldsOne_isNoise() {
        // ln ratios ±0.1: mean 0
        Ratio r = Ratio.of(
                Map.of(1, Math.exp(0.1), 2, Math.exp(-0.1), 3, Math.exp(0.1), 4, Math.exp(-0.1)),
                Map.of(1, 1.0, 2, 1.0, 3, 1.0, 4, 1.0));

        assertThat(r.value()).isCloseTo(1, within(1e-12));
        // t(0.975, 3) = 3.182, deviation 0.11547, / 2
        assertThat(r.high()).isCloseTo(Math.exp(3.182 * 0.11547 / 2), within(1e-4));
        assertThat(r.words()).isEqualTo("within noise");
    }

    @Test
    void smallDifference_isTold() {
        Ratio r = Ratio.of(Map.of(1, 0.95, 2, 0.951, 3, 0.949), Map.of(1, 1.0, 2, 1.0, 3, 1.0));

        assertThat(r.words()).isEqualTo("5.0 % less");
    }

    @Test
    void invocationThatOnlyOneHas_isNoPair() {
        Ratio r = Ratio.of(Map.of(1, 3.0, 2, 5.0), Map.of(2, 5.0));

        assertThat(r.n()).isEqualTo(1);
        assertThat(r.words()).isEqualTo("single pair: no interval");
    }
}
