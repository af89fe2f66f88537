package dev.tricolor.dashboard.control;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tricolor.dashboard.results.PlannedRow;
import java.util.List;
import org.junit.jupiter.api.Test;

class TimeLeftTest {
    private static PlannedRow row(String workload, String collector, boolean control) {
        return new PlannedRow(
                1, workload, List.of(), collector, "17", "17.0.15", "/jdk17", "", 1 << 28, null, 1, control);
    }

    @Test
    void nothingFinished_isNotKnown() {
        assertThat(new TimeLeft().of(List.of(row("churn", "g1", false)), 0)).isEmpty();
    }

    @Test
    void rows_takeWhatTheirSetupTook_elseTheirWorkload_elseAll() {
        TimeLeft left = new TimeLeft();
        left.finished(row("churn", "g1", false), 10);
        left.finished(row("churn", "g1", false), 20);
        left.finished(row("churn", "zgc", false), 60);
        left.finished(row("stall", "zgc", false), 110);

        assertThat(left.of(List.of(row("churn", "g1", false)), 0)).hasValue(15);
        assertThat(left.of(List.of(row("churn", "serial", false)), 0)).hasValue(30);
        assertThat(left.of(List.of(row("refs", "g1", false)), 0)).hasValue(50);
        assertThat(left.of(List.of(row("churn", "g1", false), row("stall", "zgc", false)), 0))
                .hasValue(125);
    }

    @Test
    void control_takesAsLongAsItsDouble() {
        TimeLeft left = new TimeLeft();
        left.finished(row("churn", "g1", true), 10);
        left.finished(row("churn", "zgc", false), 60);

        assertThat(left.of(List.of(row("churn", "g1", false)), 0)).hasValue(10);
    }

    @Test
    void rowThatRuns_countsForWhatIsLeftOfIt_neverLessThanNothing() {
        TimeLeft left = new TimeLeft();
        left.finished(row("churn", "g1", false), 10);

        assertThat(left.of(List.of(row("churn", "g1", false), row("churn", "g1", false)), 4))
                .hasValue(16);
        assertThat(left.of(List.of(row("churn", "g1", false), row("churn", "g1", false)), 40))
                .hasValue(10);
    }
}
