package dev.tricolor.dashboard.model.pacer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.offset;

import dev.tricolor.dashboard.model.pacer.AssistRatio.Progress;
import dev.tricolor.dashboard.model.pacer.HeapGoal.Memory;
import dev.tricolor.dashboard.model.pacer.Pacer.Found;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The pacer's parts, one by one. */
class PacerTest {

    private static final long MIB = 1 << 20;
    private static final Memory ANY = new Memory(0, 0, 0);

    @Test
    void firstCycle_beginsAtWhatRealGoBeginsAt() {
        Pacer.Plan plan = new Pacer(Release.GO_1_26, Knobs.gogc(100), 0).plan(ANY);
        assertThat(plan.trigger() / (double) MIB).isEqualTo(3.8125);
        assertThat(plan.goal()).isEqualTo(4 * MIB);
    }

    @Test
    void goal_isWhatRealGoSaid() {
        assertThat(HeapGoal.byGogc(100, 67_310_008, 3_080, 157_962)).isEqualTo(134_781_058);
        assertThat(HeapGoal.byGogc(Knobs.OFF, 67_310_008, 3_080, 157_962)).isEqualTo(Long.MAX_VALUE);
        assertThat(HeapGoal.byGogc(50, 1000, 0, 0)).as("least").isEqualTo(2 * MIB);
    }

    /** 1.19 keeps a flat MiB clear of the limit, later releases 3 %. */
    @Test
    void limit_leavesAMargin_andNeverLessThanIsLive() {
        Memory memory = new Memory(300 * MIB, 20 * MIB, 180 * MIB);
        assertThat(HeapGoal.byLimit(Release.GO_1_26, 500 * MIB, memory, MIB))
                .isEqualTo(400 * MIB - 400 * MIB / 100 * 3);
        assertThat(HeapGoal.byLimit(Release.GO_1_19, 500 * MIB, memory, MIB)).isEqualTo(399 * MIB);
        assertThat(HeapGoal.byLimit(Release.GO_1_26, 200 * MIB, memory, 90 * MIB))
                .as("over it")
                .isEqualTo(90 * MIB);
        assertThat(HeapGoal.byLimit(Release.GO_1_26, 50 * MIB, memory, 90 * MIB))
                .as("below all else")
                .isEqualTo(90 * MIB);
    }

    @Test
    void trigger_staysBetweenItsBounds() {
        long marked = 100 * MIB;
        long goal = 200 * MIB;
        assertThat(Trigger.of(goal, marked, 0, 0)).as("no runway").isEqualTo(196 * MIB);
        assertThat(Trigger.of(goal, marked, 20 * MIB, 0)).as("some").isEqualTo(180 * MIB);
        assertThat(Trigger.of(goal, marked, goal * 2, 0))
                .as("more than there is")
                .isEqualTo(marked + (goal - marked) / 64 * 45);
        assertThat(Trigger.of(goal, goal, 0, 0)).as("all is live").isEqualTo(goal);
    }

    @ParameterizedTest
    @CsvSource({"1,0,0.25", "2,0,0.25", "3,0,0.25", "4,1,0", "5,1,0", "6,1,0.083", "7,2,0", "8,2,0"})
    void workers_takeAQuarter(int processors, int dedicated, double fractional) {
        MarkWorkers workers = MarkWorkers.on(processors);
        assertThat(workers.dedicated()).isEqualTo(dedicated);
        assertThat(workers.fractional()).isEqualTo(fractional, offset(0.001));
    }

    /** For as long as it is among the last five; 1.19 moves towards what was measured instead. */
    @Test
    void consMark_isTheLargestOfFive() {
        ConsMark now = new ConsMark(Release.GO_1_26);
        assertThat(now.next(3)).isEqualTo(3);
        for (int i = 0; i < 4; i++) {
            assertThat(now.next(1)).isEqualTo(3);
        }
        assertThat(now.next(1)).isEqualTo(1);
        ConsMark then = new ConsMark(Release.GO_1_19);
        assertThat(then.next(3)).isEqualTo(2.7, offset(1e-12));
        for (int i = 0; i < 30; i++) {
            then.next(1);
        }
        assertThat(then.value()).isEqualTo(1, offset(0.01));
    }

    @Test
    void assists_growAsTheGoalComesNear() {
        assertThat(AssistRatio.of(new Progress(200, 100, 100, 0, 50_000, 90_000), 100))
                .isEqualTo(500);
        assertThat(AssistRatio.of(new Progress(200, 100, 150, 0, 50_000, 90_000), 100))
                .isEqualTo(1000);
        assertThat(AssistRatio.of(new Progress(200, 100, 250, 0, 50_000, 90_000), 100))
                .as("past the goal: as if all of the heap were live, and no room left")
                .isEqualTo(90_000);
        assertThat(AssistRatio.of(new Progress(200_000, 100_000, 150_000, 60_000, 50_000, 90_000), 100))
                .as("more than expected: the goal moves on with the work")
                .isEqualTo(30_000.0 / 130_000);
    }

    @Test
    void limiter_fillsWithCollection_andDrainsWithTheProgram() {
        CpuLimiter limiter = new CpuLimiter(2);
        limiter.account(1.9, 0);
        assertThat(limiter.limiting()).isFalse();
        limiter.account(0.2, 0);
        assertThat(limiter.limiting()).isTrue();
        assertThat(limiter.overflowSeconds()).isEqualTo(0.1, offset(1e-12));
        limiter.account(0.1, 0.5);
        assertThat(limiter.limiting()).isFalse();
        limiter.account(0, 100);
        limiter.account(1.9, 0);
        assertThat(limiter.limiting())
                .as("an empty bucket does not go below empty")
                .isFalse();
    }

    @Test
    void cycleFound_leavesRoomToSweep() {
        Pacer pacer = new Pacer(Release.GO_1_26, Knobs.gogc(1), 0);
        pacer.ended(new Found(10 * MIB, 10 * MIB, 0, 0), 0);
        assertThat(pacer.plan(ANY).goal()).isEqualTo(11 * MIB);
        pacer.started(11 * MIB);
        assertThat(pacer.plan(ANY).goal()).isEqualTo(11 * MIB + (64 << 10));
    }

    @ParameterizedTest
    @CsvSource({"-2, 1", "1000001, 1", "100, 0", "100, -5"})
    void badKnobs_areRefused(int gogc, long limit) {
        assertThatThrownBy(() -> new Knobs(gogc, limit))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("must be");
    }
}
