package dev.tricolor.dashboard.model.pacer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * A run of churn foretold from its allocation schedule. How fast this machine allocates and scans comes from one other run
 * with other parameters.
 */
class ChurnPredictionTest {

    private static final double PERCENT = 5;
    private static final ChurnSchedule FAST = new ChurnSchedule(2, 50_000, 2_500_000, 0, 8192);

    /** Speeds of the machine, from the run that goes as fast as it can. */
    private static Costs costs() {
        GoRun fast = GoRun.recorded("go1.26.8-fast-gogc-100.txt");
        double gc = fast.cycles().stream()
                .mapToDouble(c -> c.paced().gcCpuSeconds())
                .sum();
        double scanned = fast.cycles().stream()
                .mapToDouble(c ->
                        c.paced().heapScan() + c.paced().stackScan() + c.paced().globalsScan())
                .sum();
        double program = fast.end().get("cpu_ns") / 1e9 - gc;
        return new Costs(
                2,
                2,
                fast.end().get("allocs") / program,
                scanned / gc,
                0,
                3_500,
                158_698,
                ChurnSchedule.cachedBytes(2),
                0);
    }

    @ParameterizedTest
    @CsvSource({"50, 1000000", "100, 1600000", "200, 3200000", "400, 5000000"})
    void cycles(int gogc, long operations) {
        GoRun real = GoRun.recorded("go1.26.8-gogc-" + gogc + ".txt");
        ChurnSchedule schedule = new ChurnSchedule(2, 25_000, operations, 285e-6, 8192);
        int predicted = cycles(schedule, gogc);
        long counted = real.end().get("cycles");
        print("GOGC " + gogc, predicted, counted);
        assertThat((double) predicted).isCloseTo(counted, withinPercentage(PERCENT));
    }

    /** Recorded after the simulation was finished: other live sets, other rates. */
    @ParameterizedTest
    @CsvSource({
        "75, 60000, 1500000, 150",
        "150, 60000, 2500000, 200",
        "300, 15000, 2500000, 285",
        "100, 25000, 1600000, 500"
    })
    void cyclesOfOtherSchedules(int gogc, int slots, long operations, double pauseMicroseconds) {
        GoRun real = GoRun.recorded("go1.26.8-other-" + gogc + "-" + slots + ".txt");
        int predicted = cycles(new ChurnSchedule(2, slots, operations, pauseMicroseconds / 1e6, 8192), gogc);
        long counted = real.end().get("cycles");
        print("GOGC " + gogc + ", " + slots + " nodes a thread", predicted, counted);
        assertThat((double) predicted).isCloseTo(counted, withinPercentage(PERCENT));
    }

    /** Without those in which the live set is built. */
    private static int cycles(ChurnSchedule schedule, int gogc) {
        Costs costs = costs();
        AllocationTrace trace = schedule.trace();
        AllocationTrace fill = new AllocationTrace(trace.stretches().subList(0, 1));
        return Simulation.run(Release.GO_1_26, Knobs.gogc(gogc), costs, trace).cycles()
                - Simulation.run(Release.GO_1_26, Knobs.gogc(gogc), costs, fill).cycles();
    }

    /** Where the program never waits, what it allocates while marking depends on more than its schedule. */
    @Test
    void asFastAsItGoes() {
        int predicted = cycles(FAST, 100);
        long counted = GoRun.recorded("go1.26.8-fast-gogc-100.txt").end().get("cycles");
        print("as fast as it goes, GOGC 100", predicted, counted);
        assertThat((double) predicted).isCloseTo(counted, withinPercentage(10));
    }

    private static void print(String what, int predicted, long counted) {
        System.out.printf(
                Locale.ROOT,
                "%s: %d cycles predicted, %d counted, %+.1f %%%n",
                what,
                predicted,
                counted,
                100.0 * predicted / counted - 100);
    }
}
