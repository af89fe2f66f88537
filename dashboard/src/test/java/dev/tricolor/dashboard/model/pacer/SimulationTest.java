package dev.tricolor.dashboard.model.pacer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.tricolor.dashboard.model.pacer.AllocationTrace.Stretch;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What simulated programs come to. */
class SimulationTest {

    private static final double MIB = 1 << 20;

    private static Costs costs(int processors, int threads, double scanMib) {
        return new Costs(processors, threads, 1000 * MIB, scanMib * MIB, 0, 0, 0, 0, 0);
    }

    private static SimulatedRun run(Knobs knobs, Costs costs, double liveMib, double allocatedMib, double seconds) {
        return Simulation.run(
                Release.GO_1_26, knobs, costs, AllocationTrace.steady(liveMib * MIB, 1, allocatedMib * MIB, seconds));
    }

    /** The guide's rule: doubling GOGC about halves the cost. */
    @Test
    void twiceTheGogc_isAboutHalfTheCpu() {
        double at100 =
                run(Knobs.gogc(100), costs(8, 2, 1000), 100, 100_000, 500).gcCpuSeconds();
        double at200 =
                run(Knobs.gogc(200), costs(8, 2, 1000), 100, 100_000, 500).gcCpuSeconds();
        assertThat(at100 / at200).isCloseTo(2, within(0.1));
    }

    @Test
    void off_collectsNothing_unlessTheLimitAsks() {
        assertThat(run(new Knobs(Knobs.OFF, Long.MAX_VALUE), costs(4, 2, 1000), 10, 10_000, 20)
                        .cycles())
                .isZero();
        SimulatedRun limited = run(new Knobs(Knobs.OFF, (long) (60 * MIB)), costs(4, 2, 1000), 10, 10_000, 20);
        assertThat(limited.cycles()).isGreaterThan(100);
        assertThat(limited.peakMemoryBytes()).isLessThan(60 * MIB);
    }

    @Test
    void idleProgram_isCollectedAllTwoMinutes() {
        AllocationTrace idle = new AllocationTrace(
                List.of(new Stretch(10 * MIB, 0, false, 10 * MIB, 1), new Stretch(0, 601, false, 10 * MIB, 1)));
        int before = Simulation.run(
                        Release.GO_1_26,
                        Knobs.gogc(100),
                        costs(2, 1, 1000),
                        new AllocationTrace(idle.stretches().subList(0, 1)))
                .cycles();
        assertThat(Simulation.run(Release.GO_1_26, Knobs.gogc(100), costs(2, 1, 1000), idle)
                                .cycles()
                        - before)
                .isEqualTo(5);
        assertThat(Simulation.run(Release.GO_1_26, new Knobs(Knobs.OFF, Long.MAX_VALUE), costs(2, 1, 1000), idle)
                        .cycles())
                .isZero();
    }

    /** Threads that allocate faster than a quarter of the processors can mark must help, and the heap ends near its goal. */
    @Test
    void fastAllocation_isHeldUpByAssists() {
        SimulatedRun busy = run(Knobs.gogc(100), costs(2, 2, 1000), 100, 20_000, 0);
        assertThat(busy.assistCpuSeconds()).isGreaterThan(1);
        assertThat(busy.points().stream()
                        .filter(SimulatedRun.Point::marking)
                        .skip(40)
                        .mapToDouble(p -> p.heap() / p.goal())
                        .max()
                        .orElseThrow())
                .isLessThan(1.02);
        SimulatedRun calm = run(Knobs.gogc(100), costs(8, 1, 4000), 100, 20_000, 200);
        assertThat(calm.assistCpuSeconds()).isZero();
    }

    /** A limit that cannot be kept: the limiter lets the program go on at about half speed, above the limit. */
    @Test
    void impossibleLimit_doesNotStopTheProgram() {
        SimulatedRun thrashing = run(new Knobs(100, (long) (90 * MIB)), costs(2, 2, 200), 100, 4_000, 0);
        assertThat(thrashing.limitedSeconds()).isPositive();
        assertThat(thrashing.peakMemoryBytes()).isGreaterThan(90 * MIB);
        assertThat(thrashing.gcShare()).isBetween(0.4, 0.75);
        assertThat(thrashing.complete()).isTrue();
    }

    @ParameterizedTest
    @EnumSource
    void bothReleases_allocateAllThatTheTraceSays(Release release) {
        SimulatedRun run = Simulation.run(
                release, Knobs.gogc(100), costs(4, 4, 1000), AllocationTrace.steady(50 * MIB, 0.6, 5_000 * MIB, 0));
        assertThat(run.programCpuSeconds()).isCloseTo(5.05, within(1e-6));
        assertThat(run.cycles()).isBetween(60, 140);
    }

    @Test
    void endlessCycles_areCutOffAndSaySo() {
        SimulatedRun run = run(Knobs.gogc(1), costs(1, 1, 1e6), 1, 1e6, 0);
        assertThat(run.complete()).isFalse();
    }

    @Test
    void nonsense_isRefused() {
        assertThatThrownBy(() -> new Stretch(Double.NaN, 0, false, 0, 1)).hasMessageContaining("allocated bytes");
        assertThatThrownBy(() -> new Stretch(1, 0, false, -1, 1)).hasMessageContaining("live bytes");
        assertThatThrownBy(() -> new Stretch(1, 0, false, 1, 1.5)).hasMessageContaining("share");
        assertThatThrownBy(() -> costs(0, 1, 1)).hasMessageContaining("processors");
        assertThatThrownBy(() -> costs(1, 1, 0)).hasMessageContaining("rates");
    }
}
