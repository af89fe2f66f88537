package dev.tricolor.dashboard.control;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tricolor.dashboard.web.WebOptions;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class StartGuardTest {

    private static Optional<String> off(String host, Optional<String> token) {
        return new StartGuard(new WebOptions(host, 0, token)).off();
    }

    @Test
    void reachableByOthersWithoutAToken_startsNothing() {
        assertThat(off("0.0.0.0", Optional.empty()))
                .hasValueSatisfying(why -> assertThat(why).contains("--token"));
    }

    @Test
    void reachableFromThisMachineOnly_orWithAToken_mayStart() {
        assertThat(off("127.0.0.1", Optional.empty())).isEmpty();
        assertThat(off("::1", Optional.empty())).isEmpty();
        assertThat(off("localhost", Optional.empty())).isEmpty();
        assertThat(off("0.0.0.0", Optional.of("secret"))).isEmpty();
    }
}
