package dev.tricolor.workloads.spec;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UnitsTest {
    @ParameterizedTest
    @CsvSource({
        "48m, 50331648",
        "1.5k, 1536",
        "1G, 1073741824",
        "7, 7",
        "7b, 7",
        "0.3k,",
        "-1,",
        "m,",
        "1t,",
        "1 m,",
        "0x10,"
    })
    void bytes_areExactOrNull(String text, Long expected) {
        assertThat(Units.bytes(text)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"1%, 10000", "0.01, 10000", "100%, 1000000", "0.0001%, 1", "0.00001%,", "%,", "1%%,", "NaN,", "1e3,"})
    void share_isPartsPerMillionOrNull(String text, Long expected) {
        assertThat(Units.share(text)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"10s, 10000000000", "1.5ms, 1500000", "2m, 120000000000", "10,", "0.5ns,", "9999999999h,"})
    void nanos_needAUnit(String text, Long expected) {
        assertThat(Units.nanos(text)).isEqualTo(expected);
    }

    @Test
    void shownText_readsBackAsTheSameValue() {
        for (long value : new long[] {1, 1023, 1024, 1536, 48 << 20, 5L << 30, 999_999, 10_000, 2_500_000_000L}) {
            assertThat(Units.bytes(Units.showBytes(value))).isEqualTo(value);
            assertThat(Units.share(Units.showShare(value))).isEqualTo(value);
            assertThat(Units.nanos(Units.showNanos(value))).isEqualTo(value);
        }
    }
}
