package dev.tricolor.dashboard.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class TerminalTest {

    @Test
    void colour_isForTerminalsOnly_andNotAgainstTheWish() {
        assertThat(Terminal.of("outerr", Map.of()).colour()).isTrue();
        assertThat(Terminal.of("err", Map.of()).colour()).isFalse();
        assertThat(Terminal.of("", Map.of()).colour()).isFalse();
        assertThat(Terminal.of("outerr", Map.of("NO_COLOR", "1")).colour()).isFalse();
        assertThat(Terminal.of("outerr", Map.of("NO_COLOR", "")).colour()).isTrue();
        assertThat(Terminal.of("outerr", Map.of("TERM", "dumb")).colour()).isFalse();
    }

    @Test
    void outputs_areToldApart() {
        assertThat(Terminal.of("err", Map.of())).isEqualTo(new Terminal(false, true, false));
        assertThat(Terminal.of("out", Map.of())).isEqualTo(new Terminal(true, false, true));
    }
}
