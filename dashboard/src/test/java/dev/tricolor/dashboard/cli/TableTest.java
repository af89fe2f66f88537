package dev.tricolor.dashboard.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;

class TableTest {

    @Test
    void wordsGoLeft_numbersRight_reasonsBelow() {
        Table table = new Table().words("JDK", "collector").numbers("cycles", "stall sum");
        table.row(List.of("17", "serial", "12", table.missing("Serial reports no stalls")));
        table.row(List.of("25", "shenandoah-generational", "1234", table.missing("see degenerated collections")));
        table.row(List.of("25", "serial", "7", table.missing("Serial reports no stalls")));

        assertThat(table).hasToString("""
                        JDK  collector                cycles  stall sum
                        17   serial                       12    n/a [1]
                        25   shenandoah-generational    1234    n/a [2]
                        25   serial                        7    n/a [1]

                        [1] Serial reports no stalls
                        [2] see degenerated collections
                        """);
    }

    @Test
    void rowOfAnotherLength_isRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Table().words("a", "b").row(List.of("1")));
    }
}
