package dev.tricolor.dashboard.knob;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.tricolor.dashboard.gc.GoMetric;
import dev.tricolor.dashboard.gc.GoMetricSample;
import dev.tricolor.dashboard.gc.KnobChange;
import dev.tricolor.dashboard.gc.KnobRefusal;
import dev.tricolor.dashboard.real.GoProgram;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A real Go program follows the knob: goal and heap from GOGC 400 to 50 and back, its memory limit, and restore. */
class GoKnobIT {

    private static final int LIVE_MIB = 60;
    private static final int MIB_PER_SECOND = 250;
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Map<String, String> CONTROL = Map.of("TRICOLOR_CONTROL", "on");

    @TempDir
    static Path built;

    private static Path program;

    @TempDir
    Path data;

    @BeforeAll
    static void build() throws Exception {
        try (InputStream in = Objects.requireNonNull(GoKnobIT.class.getResourceAsStream("steady.go"))) {
            program = GoProgram.build(built, "steady", new String(in.readAllBytes(), StandardCharsets.UTF_8));
        }
    }

    @Test
    void goalAndHeapFollowTheKnob_downAndUp_andRestorePutsBackWhatWasThere() throws Exception {
        try (KnobDashboard dashboard = KnobDashboard.start(data);
                GoTrial t = GoTrial.start(dashboard, program, "go", CONTROL, LIVE_MIB, MIB_PER_SECOND)) {
            await("a cycle has marked all").atMost(PATIENCE).until(() -> t.now(GoMetric.HEAP_LIVE) >= LIVE_MIB << 20);

            KnobChange up = t.turn("{\"gogc\": 400}");
            assertThat(up.oldValue() + " " + up.newValue() + " " + up.who()).isEqualTo("100 400 dashboard");
            reaches(t, 400);
            await("the heap grows").atMost(PATIENCE).until(() -> t.now(GoMetric.HEAP_OBJECTS) > 3.0 * (LIVE_MIB << 20));

            Instant asked = Instant.now();
            KnobChange down = t.turn("{\"gogc\": 50}");
            Instant reached = reaches(t, 50);
            assertThat(Duration.between(asked, reached)).isLessThan(Duration.ofSeconds(5));
            await("two cycles").atMost(PATIENCE).until(() -> cyclesSince(t, down.at()) >= 2);
            await("the heap shrinks")
                    .atMost(PATIENCE)
                    .until(() -> t.now(GoMetric.HEAP_OBJECTS) < 2.0 * (LIVE_MIB << 20));

            t.turn("{\"gogc\": 400}");
            reaches(t, 400);
            KnobChange limit = t.turn("{\"memlimit\": 2000000000}");
            assertThat(limit.name() + " " + limit.oldValue() + " " + limit.newValue())
                    .isEqualTo("GOMEMLIMIT off 2000000000");
            assertThat(t.state())
                    .contains("\"may\":true")
                    .contains("\"values\":{\"GOGC\":\"400\",\"GOMEMLIMIT\":\"2000000000\"}")
                    .contains("\"before\":{\"GOGC\":\"100\",\"GOMEMLIMIT\":\"off\"}");
            assertThat(t.ask("{\"memlimit\": 30000000}").body()).contains("below the live set");

            t.turn("{\"restore\": true}");
            await("both are back").atMost(PATIENCE).until(() -> t.state().contains("\"before\":{}"));
            reaches(t, 100);

            t.turn("{\"gogc\": 50}");
            assertThat(t.end()).isEqualTo("GOGC 100\n");
            KnobChange last =
                    t.timeline().knobChanges().get(t.timeline().knobChanges().size() - 1);
            assertThat(last.oldValue() + " " + last.newValue() + " " + last.who())
                    .isEqualTo("50 100 agent");
        }
    }

    @Test
    void withoutControl_theAgentRefuses_andThePageSaysWhy() throws Exception {
        try (KnobDashboard dashboard = KnobDashboard.start(data);
                GoTrial t = GoTrial.start(dashboard, program, "locked", Map.of(), 1, 10)) {
            assertThat(t.ask("{\"gogc\": 50}").statusCode()).isEqualTo(202);
            await("a refusal")
                    .atMost(PATIENCE)
                    .until(() -> !t.timeline().knobRefusals().isEmpty());
            KnobRefusal refused = t.timeline().knobRefusals().get(0);
            assertThat(refused.name() + " " + refused.value()).isEqualTo("GOGC 50");
            assertThat(refused.why()).contains("started without TRICOLOR_CONTROL=on");
            assertThat(t.state()).contains("\"may\":false").contains("start the program with it");
            assertThat(t.timeline().knobChanges()).isEmpty();
            assertThat(t.end()).isEqualTo("GOGC 100\n");
        }
    }

    /** Waits until the goal is what GOGC makes of the live heap, within 15 %; when that was read first. */
    private static Instant reaches(GoTrial t, int gogc) {
        Instant turned = t.timeline()
                .knobChanges()
                .get(t.timeline().knobChanges().size() - 1)
                .at();
        return await("the goal of GOGC " + gogc)
                .atMost(PATIENCE)
                .until(
                        () -> t.readings(GoMetric.HEAP_GOAL).stream()
                                .filter(s -> s.at().isAfter(turned))
                                .filter(s -> near(s.value(), liveAt(t, s.at()) * (1 + gogc / 100.0)))
                                .map(GoMetricSample::at)
                                .findFirst(),
                        Optional::isPresent)
                .orElseThrow();
    }

    private static boolean near(double value, double wanted) {
        return Math.abs(value / wanted - 1) < 0.15;
    }

    private static double liveAt(GoTrial t, Instant at) {
        return t.readings(GoMetric.HEAP_LIVE).stream()
                .filter(s -> !s.at().isAfter(at))
                .reduce((first, later) -> later)
                .map(GoMetricSample::value)
                .orElse(Double.NaN);
    }

    private static long cyclesSince(GoTrial t, Instant at) {
        return t.timeline().cycles().stream().filter(c -> c.at().isAfter(at)).count();
    }
}
