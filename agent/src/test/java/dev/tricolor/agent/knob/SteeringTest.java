package dev.tricolor.agent.knob;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.LongUnaryOperator;
import org.junit.jupiter.api.Test;

/** The loop against collectors made up of a line or two: it reaches the goal, comes to rest, and stops where it must. */
class SteeringTest {

    private static final long MB = 1 << 20;
    private static final long MOST = 1200 * MB;
    private static final long GOAL = 300 * MB;

    private static long[] run(Steering steering, LongUnaryOperator peakUnder, double gcCpu, int windows) {
        long[] settings = new long[windows];
        long soft = steering.begin(GOAL);
        for (int i = 0; i < windows; i++) {
            settings[i] = soft;
            soft = steering.next(GOAL, peakUnder.applyAsLong(soft), true, gcCpu);
        }
        return settings;
    }

    private static long last(long[] settings) {
        return settings[settings.length - 1];
    }

    @Test
    void anOvershootingCollector_isBroughtToTheGoalWithinTenWindows_andThenLeftAlone() {
        for (long overshoot : new long[] {0, 40 * MB, 140 * MB, 230 * MB}) {
            Steering steering = new Steering(MOST, 0.25);
            long[] settings = run(steering, soft -> soft + overshoot, 0.1, 40);
            assertThat(last(settings) + overshoot)
                    .as("overshoot %d", overshoot)
                    .isBetween(GOAL * 9 / 10, GOAL * 105 / 100);
            assertThat(settings[10]).isEqualTo(last(settings));
            assertThat(steering.state()).isEqualTo("settled");
        }
    }

    @Test
    void aCollectorThatReactsBelowTheLiveSetOnly_isLoweredThatFar() {
        Steering steering = new Steering(MOST, 0.25); // generational Shenandoah was seen to do this
        long[] settings = run(steering, soft -> 210 * MB + soft * 9 / 10, 0.02, 40);
        assertThat(last(settings)).isLessThan(150 * MB);
        assertThat(steering.state()).isEqualTo("settled");
    }

    @Test
    void whereLoweringNoLongerHelps_itStopsAtTheBestSettingAndSaysSo() {
        Steering steering = new Steering(MOST, 0.25);
        long[] settings = run(steering, soft -> Math.max(soft, 450 * MB), 0.1, 40);
        assertThat(steering.state()).isEqualTo("floor: no gain");
        assertThat(last(settings)).isEqualTo(settings[20]);
    }

    @Test
    void atTheBoundOfCpu_itStopsLoweringAndSaysSo() {
        Steering steering = new Steering(MOST, 0.25);
        steering.begin(GOAL);
        long before = 0;
        for (int i = 0; i < 10; i++) {
            long soft = steering.next(GOAL, 500 * MB, true, 0.29);
            assertThat(i < 2 || soft >= before).isTrue();
            before = soft;
        }
        assertThat(steering.state()).isEqualTo("held: cpu");
    }

    @Test
    void overTheBoundByALot_itRaises() {
        Steering steering = new Steering(MOST, 0.25);
        long first = steering.begin(GOAL);
        steering.next(GOAL, GOAL, true, 0.5);
        assertThat(steering.next(GOAL, GOAL, true, 0.5)).isGreaterThan(first);
    }

    @Test
    void wherePlatformDoesNotTellTheCpu_itDoesNotGoBelowTheGoal() {
        Steering steering = new Steering(MOST, 0.25);
        long[] settings = run(steering, soft -> soft + 200 * MB, -1, 20);
        assertThat(last(settings)).isEqualTo(GOAL);
        assertThat(steering.state()).isEqualTo("floor: no cpu");
    }

    @Test
    void aLowPeakWithoutACollection_raisesNothing() {
        Steering steering = new Steering(MOST, 0.25);
        long first = steering.begin(GOAL);
        for (int i = 0; i < 5; i++) {
            assertThat(steering.next(GOAL, 100 * MB, false, 0)).isEqualTo(first);
        }
    }

    @Test
    void whateverIsMeasured_theSettingStaysWithinTheHeap() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        Steering steering = new Steering(MOST, 0.25);
        steering.begin(GOAL);
        List<Long> outside = new ArrayList<>();
        List<String> tooLong = new ArrayList<>();
        for (int i = 0; i < 100_000; i++) {
            long soft = steering.next(
                    1 + random.nextInt(1 << 30),
                    random.nextInt(1 << 30),
                    random.nextBoolean(),
                    random.nextDouble() * 0.5 - 0.1);
            if (soft < MB || soft > MOST) {
                outside.add(soft);
            }
            if (steering.state().length() > 16) {
                tooLong.add(steering.state());
            }
        }
        assertThat(outside).as("seed %d", seed).isEmpty();
        assertThat(tooLong).as("words that JFR would keep a table for").isEmpty();
    }
}
