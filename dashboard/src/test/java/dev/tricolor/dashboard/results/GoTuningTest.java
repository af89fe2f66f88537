package dev.tricolor.dashboard.results;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GoTuningTest {

    @ParameterizedTest
    @CsvSource({
        "100, 0, '', gogc=100, GOGC 100",
        "off, 268435456, '', 'gogc=off,memlimit=256m', 'GOGC off, limit 256 MiB'",
        "50, 1000001, off, 'gogc=50,memlimit=1000001,greentea=off', 'GOGC 50, limit 1.0 MiB, Green Tea off'",
    })
    void text_isReadBack(String gogc, long limit, String greenTea, String text, String label) {
        GoTuning tuning = new GoTuning(gogc, limit, greenTea);

        assertThat(tuning.text()).isEqualTo(text);
        assertThat(tuning.label()).isEqualTo(label);
        assertThat(GoTuning.of(text)).isEqualTo(tuning);
    }

    @Test
    void aJvmHasNone() {
        assertThat(GoTuning.of("")).isNull();
        assertThat(new Setup("churn", "g1", "17", "", 1 << 20, false).label()).isEqualTo("g1 17");
        assertThat(new Setup("churn", "go", "1.26", "gogc=50", 0, true).label())
                .isEqualTo("go 1.26 GOGC 50 (A/A control)");
    }
}
