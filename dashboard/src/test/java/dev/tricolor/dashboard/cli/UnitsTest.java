package dev.tricolor.dashboard.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UnitsTest {

    @ParameterizedTest
    @CsvSource({"0, 0 ns", "999, 999 ns", "1000, 1.00 µs", "14900, 14.9 µs", "4321000, 4.32 ms", "61e9, 61.0 s"})
    void nanos(double ns, String text) {
        assertThat(Units.nanos(ns)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({"0, 0 B", "1536, 1.50 KiB", "167772160, 160 MiB", "5368709120, 5120 MiB", "21474836480, 20.0 GiB"})
    void bytes(double bytes, String text) {
        assertThat(Units.bytes(bytes)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({"12, 12.0/s", "397000, 397 k/s", "7790000, 7.79 M/s"})
    void rate(double perSecond, String text) {
        assertThat(Units.rate(perSecond)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({"0, 0.0 %", "0.487, 48.7 %", "1, 100.0 %"})
    void share(double share, String text) {
        assertThat(Units.share(share)).isEqualTo(text);
    }
}
