package dev.tricolor.dashboard.decode.go;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Lines that real Go runtimes have printed. */
class GcTraceTest {

    @ParameterizedTest(name = "Go {0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "1.19.13|gc 1 @0.011s 1%: 0.008+0.65+0.002 ms clock, 0.016+0.27/0/0+0.004 ms cpu, 3->4->4 MB, 4 MB goal, 0 MB stacks, 0 MB globals, 2 P|11000000|8000|650000|2000|270000|0|0|3|4|4|4",
                "1.20.14|gc 1 @0.000s 68%: 2.3+0.42+0.002 ms clock, 4.6+0.087/0.32/0+0.005 ms cpu, 3->4->3 MB, 4 MB goal, 0 MB stacks, 0 MB globals, 2 P|0|2300000|420000|2000|87000|320000|0|3|4|3|4",
                "1.22.12|gc 3 @0.065s 22%: 1.9+2.2+0.005 ms clock, 3.8+0.008/1.2/0+0.010 ms cpu, 16->22->22 MB, 16 MB goal, 0 MB stacks, 0 MB globals, 2 P|65000000|1900000|2200000|5000|8000|1200000|0|16|22|22|16",
                "1.25.5|gc 2 @0.002s 36%: 0.008+4.4+0.003 ms clock, 0.016+4.3/0.029/0.053+0.007 ms cpu, 7->8->8 MB, 8 MB goal, 0 MB stacks, 0 MB globals, 2 P|2000000|8000|4400000|3000|4300000|29000|53000|7|8|8|8",
                "1.26.8|gc 16 @1.474s 19%: 0.73+20+0.038 ms clock, 1.4+0.010/14/0+0.076 ms cpu, 92->107->53 MB, 108 MB goal, 0 MB stacks, 0 MB globals, 2 P|1474000000|730000|20000000|38000|10000|14000000|0|92|107|53|108",
                "1.27rc1|gc 1 @0.000s 15%: 0.17+0.43+0.004 ms clock, 0.35+0.26/0.086/0.081+0.009 ms cpu, 3->4->4 MB, 4 MB goal, 0 MB stacks, 0 MB globals, 2 P|0|170000|430000|4000|260000|86000|81000|3|4|4|4"
            })
    void aCycle(
            String go,
            String line,
            long atNs,
            long sweepTerminationNs,
            long markNs,
            long markTerminationNs,
            long assistNs,
            long backgroundNs,
            long idleNs,
            long start,
            long end,
            long marked,
            long goal) {
        GcTrace t = GcTrace.parse(line).orElseThrow();
        assertThat(t.sinceStart()).isEqualTo(Duration.ofNanos(atNs));
        assertThat(t.sweepTermination()).isEqualTo(Duration.ofNanos(sweepTerminationNs));
        assertThat(t.mark()).isEqualTo(Duration.ofNanos(markNs));
        assertThat(t.markTermination()).isEqualTo(Duration.ofNanos(markTerminationNs));
        assertThat(t.assistCpu()).isEqualTo(Duration.ofNanos(assistNs));
        assertThat(t.backgroundCpu()).isEqualTo(Duration.ofNanos(backgroundNs));
        assertThat(t.idleCpu()).isEqualTo(Duration.ofNanos(idleNs));
        assertThat(new long[] {t.startMib(), t.endMib(), t.markedMib(), t.goalMib()})
                .containsExactly(start, end, marked, goal);
        assertThat(t.processors()).isEqualTo(2);
        assertThat(t.stacksMib()).hasValue(0);
        assertThat(t.forced()).isFalse();
        assertThat(t.leakCheck()).isFalse();
    }

    @Test
    void aForcedCycle() {
        GcTrace t = GcTrace.parse(
                        "gc 17 @1.507s 19%: 0.67+12+0.008 ms clock, 1.3+0/9.6/0.019+0.017 ms cpu, 72->72->39 MB,"
                                + " 107 MB goal, 0 MB stacks, 0 MB globals, 2 P (forced)")
                .orElseThrow();
        assertThat(t.forced()).isTrue();
        assertThat(t.number()).isEqualTo(17);
        assertThat(t.markTerminationCpu()).isEqualTo(Duration.ofNanos(17_000));
    }

    @Test
    void aCheckForLeakedGoroutines() {
        GcTrace t = GcTrace.parse(
                        "gc 1 @0.001s 0% (checking for goroutine leaks): 0.066+0.20+0.006 ms clock,"
                                + " 0.13+0/0.094/0.063+0.013 ms cpu, 0->0->0 MB, 4 MB goal, 0 MB stacks, 0 MB globals, 2 P (forced)")
                .orElseThrow();
        assertThat(t.leakCheck()).isTrue();
        assertThat(t.forced()).isTrue();
    }

    @Test
    void beforeStacksAndGlobalsWereTold() {
        GcTrace t = GcTrace.parse(
                        "gc 5 @0.010s 17%: 0.22+6.8+0.058 ms clock, 0.45+1.4/2.1/0.11+0.11 ms cpu, 67->93->65 MB,"
                                + " 79 MB goal, 2 P")
                .orElseThrow();
        assertThat(t.stacksMib()).isEmpty();
        assertThat(t.globalsMib()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "gc",
                "gc 16 @1.474s 19%: 0.73+20+0.0",
                "gc 16 @1.474s 19%: 0.73+20+0.038 ms clock, 1.4+0.010/14/0+0.076 ms cpu, 92->107->53 MB, 108 MB goal, 0 MB st",
                "gc 99999999999999999999 @0.010s 17%: 0.22+6.8+0.058 ms clock, 0.45+1.4/2.1/0.11+0.11 ms cpu, 67->93->65 MB, 79 MB goal, 2 P",
                "gc -1 @0.010s 17%: 0.22+6.8+0.058 ms clock, 0.45+1.4/2.1/0.11+0.11 ms cpu, 67->93->65 MB, 79 MB goal, 2 P",
                "GC forced"
            })
    void noCycle(String line) {
        assertThat(GcTrace.parse(line)).isEmpty();
    }

    @Test
    void whatElseTheRuntimePrints_isKnown() {
        assertThat(GcTrace.knownOther("scan: total 33+82+87=202 objs, 11+6=17 spans"))
                .isTrue();
        assertThat(GcTrace.announcesPeriodic("GC forced")).isTrue();
        assertThat(GcTrace.knownOther("something of the program's own")).isFalse();
    }
}
