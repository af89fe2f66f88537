package dev.tricolor.dashboard.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HeapSizeTest {

    @ParameterizedTest
    @CsvSource({"512m, 536870912, 512m", "2G, 2147483648, 2g", "16384k, 16777216, 16m", "8388609, 8388609, 8388609"})
    void parse_readsWhatJvmsRead(String text, long bytes, String shown) {
        assertThat(HeapSize.parse(text).bytes()).isEqualTo(bytes);
        assertThat(HeapSize.parse(text)).hasToString(shown);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "m", "-1m", "0", "1.5g", "512mb", "4m", "2000g", "99999999999999999999"})
    void parse_refusesTheRest(String text) {
        assertThatExceptionOfType(BadRunException.class)
                .isThrownBy(() -> HeapSize.parse(text))
                .withMessageStartingWith("heap ");
    }
}
