package dev.tricolor.dashboard.model.tricolour;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Safety and liveness by random programs: no reachable object is ever freed, and what was unreachable when a cycle began is
 * gone when it ends. The seeds are printed; {@code -Dtricolor.model.steps=N} takes more steps for each barrier, {@code
 * -Dtricolor.model.seed=N} begins elsewhere.
 */
class SafetyTest {

    private static final long STEPS = Long.getLong("tricolor.model.steps", 500_000);
    private static final long FIRST_SEED = Long.getLong("tricolor.model.seed", System.nanoTime());
    private static final int STEPS_A_RUN = 1_000;
    /** Runs within which a barrier that is not sound must have lost an object. */
    private static final int UNSOUND_RUNS = 2_000;

    @ParameterizedTest
    @EnumSource(names = {"DIJKSTRA", "YUASA", "HYBRID_PAPER", "HYBRID_GO"})
    void soundBarrier_losesNothing_andLeavesNothing(Barrier barrier) {
        assertThat(barrier.sound()).isTrue();
        long seed = FIRST_SEED;
        long freed = 0;
        long cycles = 0;
        for (long steps = 0; steps < STEPS; steps += STEPS_A_RUN, seed++) {
            RandomRun run = new RandomRun(seed, barrier, order(seed));
            assertThat(run.run(STEPS_A_RUN)).as(barrier.label()).isEmpty();
            freed += run.freed();
            cycles += run.machine().cycles();
        }
        System.out.println(barrier + ": " + STEPS + " steps, seeds " + FIRST_SEED + " to " + (seed - 1) + ", " + cycles
                + " cycles, " + freed + " objects freed, none of them reachable");
        assertThat(cycles).as("cycles, so that there was something to see").isGreaterThan(STEPS / 200);
        assertThat(freed).as("objects freed").isGreaterThan(STEPS / 200);
    }

    @ParameterizedTest
    @EnumSource(names = {"NONE", "YUASA_UNGUARDED"})
    void unsoundBarrier_losesAnObject_andThisTestSeesIt(Barrier barrier) {
        assertThat(barrier.sound()).isFalse();
        for (int i = 0; i < UNSOUND_RUNS; i++) {
            Optional<String> wrong = new RandomRun(FIRST_SEED + i, barrier, order(FIRST_SEED + i)).run(STEPS_A_RUN);
            if (wrong.isPresent()) {
                System.out.println(barrier + ": " + wrong.get() + "; found in run " + (i + 1));
                assertThat(wrong.get()).contains("although reachable");
                return;
            }
        }
        throw new AssertionError(barrier + " lost nothing in " + UNSOUND_RUNS + " runs from seed " + FIRST_SEED);
    }

    private static Order order(long seed) {
        return seed % 2 == 0 ? Order.OBJECTS_LIFO : Order.SPANS_FIFO;
    }
}
