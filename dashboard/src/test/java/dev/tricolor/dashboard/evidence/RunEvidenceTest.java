package dev.tricolor.dashboard.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.tricolor.dashboard.analysis.Figure;
import org.junit.jupiter.api.Test;

/** Against cases worked out by hand. */
class RunEvidenceTest {

    private static SetupEvidence setup(RunEvidence evidence, String key) {
        return evidence.setups().stream()
                .filter(s -> s.key().equals(key))
                .findFirst()
                .orElseThrow();
    }

    private static <T> T known(Figure<T> figure) {
        return ((Figure.Known<T>) figure).value();
    }

    @Test
    void lbo_isTotalOverTheLeastDistilledCost() {
        // distilled, time: serial 1000-200 = 800, g1 900-50 = 850; CPU: serial 1000-300 = 700, g1 1800-800 = 1000
        RunEvidence evidence = new Rows()
                .ran("serial", 17, 64, 1, 1000, 200, 1000, 300)
                .ran("g1", 17, 64, 1, 900, 50, 1800, 800)
                .evidence();

        assertThat(known(setup(evidence, "churn/serial-17/67108864").lboTime()).mean())
                .isEqualTo(1000 / 800.0);
        assertThat(known(setup(evidence, "churn/g1-17/67108864").lboTime()).mean())
                .isEqualTo(900 / 800.0);
        assertThat(known(setup(evidence, "churn/g1-17/67108864").lboCpu()).mean())
                .isEqualTo(1800 / 700.0);
    }

    @Test
    void lbo_takesItsMinimumOverHeaps_butNotOverJdks() {
        RunEvidence evidence = new Rows()
                .ran("g1", 17, 64, 1, 1000, 100, 1, 0)
                .ran("g1", 17, 256, 1, 700, 0, 1, 0)
                .ran("g1", 25, 64, 1, 100, 0, 1, 0)
                .evidence();

        assertThat(known(setup(evidence, "churn/g1-17/67108864").lboTime()).mean())
                .isEqualTo(1000 / 700.0);
        assertThat(known(setup(evidence, "churn/g1-25/67108864").lboTime()).mean())
                .isEqualTo(1);
    }

    @Test
    void lbo_hasItsInterval() {
        // distilled mean 1000: ratios 0.9 and 1.1, mean 1, deviation 0.1414, t(0.975, 1) = 12.706
        RunEvidence evidence = new Rows()
                .ran("g1", 17, 64, 1, 900, 0, 1, 0)
                .ran("g1", 17, 64, 2, 1100, 0, 1, 0)
                .evidence();

        Estimate lbo = known(setup(evidence, "churn/g1-17/67108864").lboTime());
        assertThat(lbo.mean()).isCloseTo(1, within(1e-12));
        assertThat(lbo.half()).isCloseTo(12.706 * 0.1, within(1e-9));
    }

    @Test
    void ratio_isToTheBaselineWithTheSameHeap_inTheSameRound() {
        RunEvidence evidence = new Rows()
                .ran("g1", 17, 64, 1, 100, 0, 1, 0)
                .ran("zgc", 17, 64, 1, 200, 0, 1, 0)
                .ran("g1", 17, 64, 2, 1000, 0, 1, 0)
                .ran("zgc", 17, 64, 2, 2000, 0, 1, 0)
                .ran("zgc", 17, 256, 1, 1, 0, 1, 0)
                .evidence();

        Ratio elapsed = known(setup(evidence, "churn/zgc-17/67108864").ratios().get("elapsed"));
        assertThat(elapsed.value()).isCloseTo(2, within(1e-12));
        assertThat(elapsed.low()).isCloseTo(2, within(1e-9));
        assertThat(setup(evidence, "churn/zgc-17/268435456").ratios().get("elapsed"))
                .isEqualTo(Figure.missing("the run has no baseline for it"));
        assertThat(setup(evidence, "churn/g1-17/67108864").baseline()).isTrue();
    }

    @Test
    void control_isComparedWithTheBaseline_andNoMinimum() {
        RunEvidence evidence = new Rows()
                .ran("g1", 17, 64, 1, 100, 0, 1, 0)
                .control("g1", 17, 64, 1, 50)
                .evidence();

        SetupEvidence control = setup(evidence, "churn/g1-17/67108864/control");
        assertThat(known(control.ratios().get("elapsed")).value()).isCloseTo(0.5, within(1e-12));
        assertThat(known(setup(evidence, "churn/g1-17/67108864").lboTime()).mean())
                .isEqualTo(1);
    }

    @Test
    void rowThatDied_isCounted_andSaidInWords() {
        RunEvidence evidence = new Rows()
                .ran("g1", 17, 64, 1, 100, 0, 1, 0)
                .died("g1", 17, 64, 2, "out of memory")
                .died("zgc", 17, 64, 1, "killed")
                .evidence();

        assertThat(setup(evidence, "churn/g1-17/67108864").outcomes()).isEqualTo("1 × ok, 1 × out of memory");
        assertThat(setup(evidence, "churn/g1-17/67108864").ok()).isEqualTo(1);
        assertThat(setup(evidence, "churn/zgc-17/67108864").metrics().get("throughput"))
                .isEqualTo(Figure.missing("1 × killed"));
        assertThat(setup(evidence, "churn/zgc-17/67108864").lboTime())
                .isEqualTo(Figure.missing("no elapsed: 1 × killed"));
    }

    @Test
    void slicesOfOneSpeed_areSteadyFromTheStart() {
        SteadyState s = steady(10, 10, 10, 10, 10, 10, 10, 10, 10, 10);

        assertThat(s.words()).isEqualTo("steady (no drift)");
    }

    @Test
    void slowStart_isSteadyAfterIt() {
        SteadyState s = steady(30, 20, 10, 10, 10, 10, 10, 10, 10, 10);

        assertThat(s.steady()).isEqualTo(1);
        assertThat(s.words()).isEqualTo("steady (no drift)"); // medians of halves do not mind two slow slices of ten
        assertThat(steady(30, 30, 30, 30, 10, 10, 10, 10, 10, 10).words())
                .isEqualTo("steady after 30 % (second half 67 % faster)");
    }

    @Test
    void runThatGetsSlowerAllTheTime_isNeverSteady() {
        assertThat(steady(10, 12, 14, 17, 20, 24, 29, 35, 42, 50).words())
                .isEqualTo("no steady state (second half 150 % slower)");
    }

    private static SteadyState steady(double... slices) {
        return known(SteadyState.of(java.util.List.of(Rows.sliced(slices))));
    }
}
