package dev.tricolor.dashboard.analysis;

import static dev.tricolor.dashboard.analysis.Figures.value;
import static dev.tricolor.dashboard.analysis.Figures.why;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.tricolor.dashboard.decode.go.GoLog;
import dev.tricolor.dashboard.gc.Interval;
import dev.tricolor.dashboard.gc.Timeline;
import org.junit.jupiter.api.Test;

/** The figures of a Go session, on logs written down by hand. */
class GoAnalysisTest {

    private static final long MIB = 1 << 20;

    /** Twenty cycles, 100 ms apart; live 20 MiB of which a reading knows the bytes. */
    private static GoLog steady() {
        GoLog log = GoLog.started();
        log.line(5, "process", "\"userNs\":0,\"systemNs\":0,\"rss\":50000000,\"peakRss\":60000000,\"swap\":0");
        for (int n = 1; n <= 20; n++) {
            log.cycle(n, 100 * n, 5, 4, 30, 40, 20, 40);
            log.metrics(
                    100 * n + 50,
                    "\"/gc/heap/live:bytes\":" + (20 * MIB + 1000 + n) + ",\"/gc/heap/goal:bytes\":" + (40 * MIB)
                            + ",\"/gc/heap/allocs:bytes\":" + (n * 20 * MIB)
                            + ",\"/cpu/classes/gc/total:cpu-seconds\":" + n * 0.03
                            + ",\"/cpu/classes/total:cpu-seconds\":" + n * 0.2
                            + ",\"/cpu/classes/idle:cpu-seconds\":" + n * 0.1);
        }
        return log.line(
                2060,
                "process",
                "\"userNs\":900000000,\"systemNs\":100000000,\"rss\":1,\"peakRss\":60000000,\"swap\":0");
    }

    private static Interval all(Timeline t) {
        return t.span().orElseThrow();
    }

    @Test
    void shareOfTheProcess_isByGosOwnAccounting() {
        Timeline t = steady().timeline();
        GcCpu cpu = GcCpu.of(t, all(t));
        assertThat(value(cpu.shareOfProcess())).isCloseTo(0.3, within(1e-9));
        assertThat(value(cpu.process())).as("the kernel's count").isEqualTo(1_000_000_000L);
        assertThat(value(cpu.total())).as("20 × (2+5+4+2 ms)").isEqualTo(260_000_000L);
        assertThat(cpu.shareOfProcess().toString()).contains("/cpu/classes").contains("overestimate");
    }

    @Test
    void withoutMetrics_theShareIsTheTraces_andMissingWhereItCannotBe() {
        GoLog log = GoLog.started().line(0, "process", "\"userNs\":0,\"systemNs\":0");
        log.cycle(1, 100, 5, 4, 30, 40, 20, 40);
        log.line(1000, "process", "\"userNs\":100000000,\"systemNs\":30000000");
        Timeline t = log.timeline();
        assertThat(value(GcCpu.of(t, all(t)).shareOfProcess())).isCloseTo(0.1, within(1e-9));
        Timeline busy = GoLog.started()
                .line(0, "process", "\"userNs\":0,\"systemNs\":0")
                .cycle(1, 100, 5, 4, 30, 40, 20, 40)
                .line(1000, "process", "\"userNs\":5000000,\"systemNs\":0")
                .timeline();
        assertThat(why(GcCpu.of(busy, all(busy)).shareOfProcess())).contains("the machine was busy");
    }

    @Test
    void everyCycleMarksEverything_inBytesWhereAReadingTells() {
        LiveSet live = LiveSet.of(steady().timeline());
        assertThat(live.marks()).hasSize(20);
        assertThat(live.marks().get(2).liveBytes()).isEqualTo(20 * MIB + 1003);
        assertThat(value(LiveSet.of(GoLog.started()
                                .cycle(1, 100, 0, 4, 30, 40, 20, 40)
                                .timeline())
                        .typical()))
                .isEqualTo(20 * MIB);
    }

    @Test
    void effectiveGogc_isTheKnob() {
        assertThat(value(EffectiveGogc.of(steady().timeline()).percent())).isEqualTo(100.0);
        Timeline untraced = GoLog.started()
                .metrics(
                        100,
                        "\"/gc/heap/live:bytes\":10000000,\"/gc/heap/goal:bytes\":15030000,\"/gc/scan/stack:bytes\":40000,"
                                + "\"/gc/scan/globals:bytes\":20000")
                .metrics(200, "")
                .timeline();
        assertThat(value(EffectiveGogc.of(untraced).percent()))
                .as("50 % of what Go counts")
                .isCloseTo(50, within(1e-9));
    }

    @Test
    void aForcedCycle_isNotSteeredByTheKnob() {
        GoLog log = GoLog.started().cycle(1, 100, 0, 4, 30, 40, 20, 40);
        log.trace(
                300,
                "gc 2 @0.300s 1%: 1.0+10+1.0 ms clock, 2.0+0/4/0+2.0 ms cpu, 21->21->20 MB, 40 MB goal, 2 P (forced)");
        assertThat(why(EffectiveGogc.of(log.timeline()).percent())).contains("began by itself");
    }

    @Test
    void assists_areWeighedAgainstWhatCanRunAtOnce() {
        Timeline t = GoLog.started()
                .cycle(1, 100, 5, 4, 30, 40, 20, 40)
                .metrics(1000, "")
                .timeline();
        StallStats stalls = StallStats.of(t);
        assertThat(value(stalls.sum())).isEqualTo(5_000_000L);
        assertThat(why(stalls.count())).contains("not how many");
        Figure<Integer> mutators = MutatorThreads.of(t);
        assertThat(value(mutators)).isEqualTo(2);
        assertThat(value(Mmu.ofPauses(t, Mmu.MS_10))).isCloseTo(0.9, within(1e-9));
        // The worst 10 ms: 1 ms stopped, 9 ms in which 0.5 of 2 goroutines mark.
        assertThat(value(Mmu.ofPausesAndStalls(t, mutators, Mmu.MS_10))).isCloseTo((9 * 0.75) / 10, within(1e-9));
        double withCpu = Mmu.of(t, mutators).withGcCpu().optional().orElseThrow().points().stream()
                .filter(p -> p.windowNs() == Mmu.MS_10)
                .findFirst()
                .orElseThrow()
                .mmu();
        assertThat(withCpu).as("and 4 ms of workers on 2 × 10 ms").isCloseTo((9 * 0.55) / 10, within(1e-9));
    }

    @Test
    void allocation_byTheTrace_countsWhatIsAllocatedWhileItMarks() {
        GoLog log = GoLog.started();
        for (int n = 1; n <= 11; n++) {
            log.cycle(n, 100 * n, 0, 4, 30, 40, 20, 40);
        }
        Timeline t = log.metrics(2000, "").timeline();
        AllocationRate rate = AllocationRate.of(t, all(t));
        // 11 × 10 MiB while marking, 10 × 10 MiB between.
        assertThat(value(rate.total())).isEqualTo(210 * MIB);
    }

    @Test
    void aMomentsAllocation_makesNoRateOfItsOwn() {
        GoLog log = GoLog.started();
        for (int n = 0; n <= 10; n++) {
            log.metrics(100 * n + (n == 5 ? -99.99 : 0), "\"/gc/heap/allocs:bytes\":" + n * 100_000);
        }
        Timeline t = log.metrics(1100, "").timeline();
        assertThat(AllocationRate.of(t, all(t)).series())
                .allMatch(s -> s.bytesPerSecond() < 2_500_000)
                .hasSizeBetween(3, 5);
    }

    @Test
    void noFigure_namesAJvmsInstrument() {
        Timeline sums = GoLog.started()
                .line(200, "pauses", "\"cycle\":1,\"end\":" + GoLog.ns(150) + ",\"pauseNs\":3000000")
                .line(300, "agent", "\"sentBytes\":5")
                .timeline();
        for (Timeline t :
                new Timeline[] {steady().timeline(), sums, GoLog.started().timeline()}) {
            String all = SessionSummary.of(t).toString() + Mmu.of(t);
            assertThat(all).contains("instrument=").doesNotContain("jdk.").doesNotContain("tricolor.");
        }
    }
}
