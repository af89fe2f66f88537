package dev.tricolor.dashboard.model.pacer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tricolor.dashboard.model.pacer.HeapGoal.Memory;
import java.util.Collections;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The pacer against recorded runs of real Go: each goal to the byte, each trigger within 64 KiB. */
class PacerReplayTest {

    private static final long TRIGGER_TOLERANCE = 64 << 10;

    /** Cons/mark we can compute only from times that were printed with two digits, and a mark time that leaves out its ends. */
    @ParameterizedTest
    @CsvSource({
        "50, go1.26.8-gogc-50.txt, 95",
        "100, go1.26.8-gogc-100.txt, 65",
        "200, go1.26.8-gogc-200.txt, 55",
        "400, go1.26.8-gogc-400.txt, 45",
        "100, go1.26.8-fast-gogc-100.txt, 30"
    })
    void replay(int gogc, String name, int atLeast) {
        PacerReplay replay = PacerReplay.of(GoRun.recorded(name), gogc);
        System.out.println(name + ": " + replay.triggers().size() + " cycles, all goals to the byte, triggers late by "
                + Collections.min(replay.triggers()) + " to " + Collections.max(replay.triggers()) + " bytes");
        assertThat(replay.goalsByMetrics()).hasSizeGreaterThanOrEqualTo(atLeast).containsOnly(0L);
        assertThat(replay.goalsByTrace())
                .hasSizeGreaterThanOrEqualTo(atLeast - 2)
                .containsOnly(0L);
        assertThat(replay.triggers())
                .allSatisfy(off -> assertThat(off).isBetween(-TRIGGER_TOLERANCE, TRIGGER_TOLERANCE));
        assertThat(replay.consMark()).allSatisfy(ratio -> assertThat(ratio).isBetween(0.95, 1.35));
    }

    @Test
    void memoryLimit_givesTheGoalToTheByte() {
        Map<String, Long> still =
                GoRun.recorded("go1.26.8-limit-40MiB.txt").still().get(0);
        Memory memory = new Memory(still.get("mapped"), still.get("free"), still.get("objects"));
        assertThat(HeapGoal.byLimit(Release.GO_1_26, still.get("limit"), memory, still.get("live")))
                .isEqualTo(still.get("goal"));
    }
}
