package dev.tricolor.dashboard.analysis;

import static dev.tricolor.dashboard.analysis.Figures.instrument;
import static dev.tricolor.dashboard.analysis.Figures.value;
import static dev.tricolor.dashboard.analysis.Figures.why;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.tricolor.dashboard.gc.Collector;
import dev.tricolor.dashboard.gc.CpuSample.CpuGroup;
import dev.tricolor.dashboard.gc.Timeline;
import java.util.OptionalLong;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class GcCpuTest {
    private static final Offset<Double> EXACTLY = within(1e-9);

    private static TimelineBuilder of(Collector collector) {
        return TimelineBuilder.of(collector)
                .covered(0, 2000)
                .cpu(0, CpuGroup.PROCESS, 100)
                .cpu(0, CpuGroup.GC_STOPPED, 10)
                .cpu(0, CpuGroup.GC_CONCURRENT, 0)
                .cpu(0, CpuGroup.VM, 5)
                .cpu(1000, CpuGroup.PROCESS, 1100)
                .cpu(1000, CpuGroup.GC_STOPPED, 60)
                .cpu(1000, CpuGroup.GC_CONCURRENT, 200)
                .cpu(1000, CpuGroup.VM, 15)
                .cpu(2000, CpuGroup.PROCESS, 2100)
                .cpu(2000, CpuGroup.GC_STOPPED, 110)
                .cpu(2000, CpuGroup.GC_CONCURRENT, 400)
                .cpu(2000, CpuGroup.VM, 25);
    }

    @Test
    void stoppedAndConcurrentThreadsTogether() {
        GcCpu cpu = GcCpu.of(of(Collector.G1).build());

        // (110 - 10) + (400 - 0) = 500 of 2000 ms of the process, of 2 s x 2 processors
        assertThat(value(cpu.total())).isEqualTo(500_000_000);
        assertThat(value(cpu.process())).isEqualTo(2_000_000_000);
        assertThat(value(cpu.shareOfProcess())).isEqualTo(0.25, EXACTLY);
        assertThat(value(cpu.shareOfMachine())).isEqualTo(0.125, EXACTLY);
    }

    @Test
    void serialCollectsInTheVmThread() {
        GcCpu cpu = GcCpu.of(of(Collector.SERIAL).build());

        // 500 + (25 - 5)
        assertThat(value(cpu.total())).isEqualTo(520_000_000);
        assertThat(instrument(cpu.total())).contains("the VM thread's time");
    }

    @Test
    void aGroupsSeriesHasCoresAndTheShareOfTheProcess() {
        GcCpu.Group concurrent = GcCpu.of(of(Collector.G1).build()).groups().stream()
                .filter(g -> g.group().equals("gc-concurrent"))
                .findFirst()
                .orElseThrow();

        assertThat(concurrent.totalNs()).isEqualTo(400_000_000);
        assertThat(concurrent.slices()).hasSize(2).allSatisfy(s -> {
            assertThat(s.cores()).isEqualTo(0.2, EXACTLY); // 200 ms a second
            assertThat(s.ofProcess()).isEqualTo(0.2, EXACTLY); // of 1000 ms
        });
    }

    @Test
    void aWindowTakesPartsOfTheFirstAndTheLastSecond() {
        GcCpu cpu = GcCpu.of(of(Collector.G1).build(), TimelineBuilder.interval(500, 1500));
        // half of (50 + 200) twice
        assertThat(value(cpu.total())).isEqualTo(250_000_000);
        assertThat(value(cpu.shareOfProcess())).isEqualTo(0.25, EXACTLY);
    }

    @Test
    void withoutProcfsThereIsNoNumber() {
        GcCpu cpu = GcCpu.of(TimelineBuilder.of(Collector.G1).covered(0, 1000).build());
        assertThat(why(cpu.total())).contains("needs Linux's procfs");
    }

    @Test
    void withoutTheNumberOfProcessorsThereIsNoShareOfTheMachine() {
        GcCpu cpu = GcCpu.of(of(Collector.G1).processors(OptionalLong.empty()).build());
        assertThat(value(cpu.total())).isEqualTo(500_000_000);
        assertThat(why(cpu.shareOfMachine())).isEqualTo("the number of processors is not known");
    }

    @Test
    void concurrentCpuIsLostCapacityOfTheMachine() {
        Timeline t = of(Collector.G1).pause(1500, 100).build();
        Mmu mmu = Mmu.of(t);

        // 0.2 of 2 processors is 0.1 all the time; in 1 s also 100 ms of pause, of which 0.1 was lost already
        assertThat(at(mmu.pauses(), Mmu.S_1)).isEqualTo(0.9, EXACTLY);
        assertThat(at(mmu.withGcCpu(), Mmu.S_1)).isEqualTo(1 - (0.1 * 0.9 + 0.1), EXACTLY);
        assertThat(why(mmu.withStalls())).startsWith("G1 reports no stalls");
    }

    @Test
    void pausesCanHideEverythingThatStallsShow() {
        // both mutator threads stalled for 50 ms, no pause longer than 0.04 ms
        Timeline t = TimelineBuilder.of(Collector.ZGC)
                .covered(0, 1000)
                .pause(100, 0.04)
                .stall(200, 50, 1)
                .stall(200, 50, 2)
                .stall(400, 10, 1)
                .build();

        assertThat(value(Mmu.ofPauses(t, Mmu.MS_10))).isEqualTo(0.996, EXACTLY);
        assertThat(value(Mmu.ofPausesAndStalls(t, MutatorThreads.of(t), Mmu.MS_10)))
                .isZero();
        // 50 whole + 10 half + 0.04 of 1000
        assertThat(value(Mmu.ofPausesAndStalls(t, MutatorThreads.of(t), Mmu.S_1)))
                .isEqualTo(1 - 0.05504, EXACTLY);
        assertThat(why(Mmu.ofPauses(t, 2 * Mmu.S_1))).isEqualTo("no covered stretch is as long as the window");
    }

    @Test
    void theCurveEndsWithTheLongestCoveredStretch() {
        Mmu.Curve curve = value(
                Mmu.of(TimelineBuilder.of(Collector.G1).covered(0, 150).build()).pauses());

        assertThat(curve.points().get(0).windowNs()).isEqualTo(100_000);
        assertThat(curve.points()).extracting(Mmu.Point::windowNs).contains(Mmu.MS_1, Mmu.MS_10, Mmu.MS_100);
        assertThat(curve.points()).allSatisfy(p -> assertThat(p.windowNs()).isLessThanOrEqualTo(150_000_000));
    }

    private static double at(Figure<Mmu.Curve> curve, long windowNs) {
        return value(curve).points().stream()
                .filter(p -> p.windowNs() == windowNs)
                .findFirst()
                .orElseThrow()
                .mmu();
    }
}
