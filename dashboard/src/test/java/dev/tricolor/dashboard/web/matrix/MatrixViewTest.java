package dev.tricolor.dashboard.web.matrix;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.tricolor.dashboard.evidence.Rows;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The table of a run, against cases worked out by hand. */
class MatrixViewTest {

    private static MatrixView view(Rows rows, MatrixChoice choice) {
        return MatrixView.of(rows.header(), rows.finished(), choice);
    }

    private static MatrixView view(Rows rows) {
        return view(rows, MatrixChoice.NONE);
    }

    private static MatrixRow row(MatrixView view, String key) {
        return view.rows().stream().filter(r -> r.key().equals(key)).findFirst().orElseThrow();
    }

    private static MatrixCell cell(MatrixView view, String key, String column) {
        return row(view, key).cells().get(column);
    }

    /** G1 17 takes 100 and 110, Serial 17 exactly twice, G1 25 about the same. */
    private static Rows threeSetups() {
        return new Rows()
                .ran("g1", 17, 64, 1, 100, 0, 1, 0)
                .ran("serial", 17, 64, 1, 200, 0, 1, 0)
                .ran("g1", 25, 64, 1, 108, 0, 1, 0)
                .ran("g1", 17, 64, 2, 110, 0, 1, 0)
                .ran("serial", 17, 64, 2, 220, 0, 1, 0)
                .ran("g1", 25, 64, 2, 102, 0, 1, 0);
    }

    @Test
    void ratio_isMarkedOnlyWhereItsIntervalIsApart() {
        MatrixView view = view(threeSetups());
        MatrixCell serial = cell(view, "churn/serial-17/67108864", "ratio");
        assertThat(serial.parts().get(0).value()).isCloseTo(0.5, within(1e-12));
        assertThat(serial.low()).isCloseTo(0.5, within(1e-9));
        assertThat(serial.words()).isEqualTo("50 % less");
        MatrixCell base = cell(view, "churn/g1-17/67108864", "ratio");
        assertThat(base.words()).isEqualTo("baseline");
        // ratios 100/108 and 110/102: logs -0.0770, 0.0755; mean ±12.706 · 0.1078/√2 holds everything, serial's 0.5 too
        MatrixCell newer = cell(view, "churn/g1-25/67108864", "ratio");
        assertThat(newer.words()).isEqualTo("within noise");
        assertThat(List.of(serial.mark(), base.mark(), newer.mark())).containsOnly("");

        MatrixView without = view(new Rows()
                .ran("g1", 17, 64, 1, 100, 0, 1, 0)
                .ran("serial", 17, 64, 1, 200, 0, 1, 0)
                .ran("g1", 17, 64, 2, 110, 0, 1, 0)
                .ran("serial", 17, 64, 2, 220, 0, 1, 0));
        assertThat(cell(without, "churn/serial-17/67108864", "ratio").mark()).isEqualTo("worst");
        assertThat(cell(without, "churn/g1-17/67108864", "ratio").mark()).isEqualTo("best");
    }

    @Test
    void singleInvocation_hasNoIntervalAndNoMark() {
        MatrixView view = view(new Rows().ran("g1", 17, 64, 1, 100, 0, 1, 0).ran("serial", 17, 64, 1, 200, 0, 1, 0));
        MatrixCell serial = cell(view, "churn/serial-17/67108864", "ratio");
        assertThat(serial.low()).isNaN();
        assertThat(serial.words()).isEqualTo("single pair: no interval");
        assertThat(view.rows())
                .allSatisfy(r -> assertThat(r.cells().values())
                        .extracting(MatrixCell::mark)
                        .containsOnly(""));
    }

    @Test
    void anotherBaseline_turnsTheRatioRound() {
        MatrixView view = view(threeSetups(), new MatrixChoice("", "", "serial-17"));
        assertThat(cell(view, "churn/g1-17/67108864", "ratio").parts().get(0).value())
                .isCloseTo(2, within(1e-12));
        assertThat(row(view, "churn/serial-17/67108864").baseline()).isTrue();
        assertThat(view.baselines()).extracting(MatrixView.Named::label).containsExactly("G1 17", "Serial 17", "G1 25");
    }

    @Test
    void lbo_isComparedWithinOneRuntime() {
        MatrixView view = view(new Rows()
                .ran("g1", 17, 64, 1, 100, 0, 1, 0)
                .ran("serial", 17, 64, 1, 200, 0, 1, 0)
                .ran("g1", 25, 64, 1, 50, 0, 1, 0)
                .ran("g1", 17, 64, 2, 100, 0, 1, 0)
                .ran("serial", 17, 64, 2, 200, 0, 1, 0)
                .ran("g1", 25, 64, 2, 50, 0, 1, 0));
        assertThat(cell(view, "churn/g1-17/67108864", "lbo-time").mark()).isEqualTo("best");
        assertThat(cell(view, "churn/serial-17/67108864", "lbo-time").mark()).isEqualTo("worst");
        assertThat(cell(view, "churn/g1-25/67108864", "lbo-time").mark()).isEmpty();
    }

    @Test
    void control_isShownAsSuch_andNeverMarked() {
        MatrixView view = view(new Rows()
                .ran("g1", 17, 64, 1, 100, 0, 1, 0)
                .control("g1", 17, 64, 1, 50)
                .ran("g1", 17, 64, 2, 100, 0, 1, 0)
                .control("g1", 17, 64, 2, 50));
        MatrixRow control = row(view, "churn/g1-17/67108864/control");
        assertThat(control.label()).isEqualTo("G1 17 (A/A control)");
        assertThat(control.cells().values()).extracting(MatrixCell::mark).containsOnly("");
        assertThat(view.controls())
                .singleElement()
                .satisfies(c -> assertThat(c.words()).contains("2.000", "does not contain 1"));
        assertThat(view.pictures().values()).containsExactly("G1 17");
    }

    @Test
    void outcomes_areRowsWithTheirWord() {
        MatrixView view = view(new Rows()
                .ran("g1", 17, 64, 1, 100, 0, 1, 0)
                .died("zgc", 17, 64, 1, "out of memory")
                .waiting("serial", 17, 64, 1)
                .ran("g1", 17, 64, 2, 100, 0, 1, 0));
        MatrixRow died = row(view, "churn/zgc-17/67108864");
        assertThat(died.outcomes()).isEqualTo("1 × out of memory");
        assertThat(died.session()).isNull();
        assertThat(died.cells().get("throughput").missing()).isEqualTo("1 × out of memory");
        MatrixRow waiting = row(view, "churn/serial-17/67108864");
        assertThat(waiting.finished()).isZero();
        assertThat(waiting.cells().get("throughput").missing()).isEqualTo("not run yet");
        assertThat(view.run().finished()).isEqualTo(3);
        assertThat(view.run().planned()).isEqualTo(4);
    }

    @Test
    void representative_isTheMedianByElapsedTime() {
        MatrixView view = view(new Rows()
                .ran("g1", 17, 64, 1, 300, 0, 1, 0)
                .ran("g1", 17, 64, 2, 100, 0, 1, 0)
                .ran("g1", 17, 64, 3, 200, 0, 1, 0)
                .ran("serial", 17, 64, 1, 9, 0, 1, 0)
                .ran("serial", 17, 64, 2, 7, 0, 1, 0));
        assertThat(view.pictures()).containsOnlyKeys("s3", "s5");
    }

    @Test
    void usualHeap_isTwiceTheSmallestOrTheNextLarger() {
        Rows rows = new Rows()
                .smallest(20)
                .ran("g1", 17, 30, 1, 4, 0, 1, 0)
                .ran("g1", 17, 60, 1, 3, 0, 1, 0)
                .ran("g1", 17, 120, 1, 2, 0, 1, 0);
        assertThat(view(rows).pictured()).isEqualTo(60L << 20);
        assertThat(view(rows).rows()).hasSize(1);
        MatrixView all = view(rows, new MatrixChoice("", "all", ""));
        assertThat(all.rows()).extracting(MatrixRow::headroom).containsExactly(1.5, 3.0, 6.0);
        assertThat(all.pictures()).containsOnlyKeys("s2");
        assertThat(view(rows, new MatrixChoice("", String.valueOf(120L << 20), ""))
                        .pictures())
                .containsOnlyKeys("s3");
    }

    @Test
    void whatTheRunHasNot_isRefusedInWords() {
        Rows rows = threeSetups();
        assertThatThrownBy(() -> view(rows, new MatrixChoice("list", "", "")))
                .hasMessage("The run has no workload \"list\"; it has churn.");
        assertThatThrownBy(() -> view(rows, new MatrixChoice("", "1", ""))).hasMessageContaining("it has 67108864.");
        assertThatThrownBy(() -> view(rows, new MatrixChoice("", "", "zgc-17")))
                .hasMessage("The run has no baseline \"zgc-17\"; it has g1-17, serial-17, g1-25.");
    }
}
