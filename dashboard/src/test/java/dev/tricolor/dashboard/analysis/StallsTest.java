package dev.tricolor.dashboard.analysis;

import static dev.tricolor.dashboard.analysis.Figures.value;
import static dev.tricolor.dashboard.analysis.Figures.why;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tricolor.dashboard.gc.Collector;
import dev.tricolor.dashboard.gc.Cycle;
import dev.tricolor.dashboard.gc.Timeline;
import dev.tricolor.dashboard.gc.WorkloadMark.Stage;
import org.junit.jupiter.api.Test;

class StallsTest {
    private static Timeline overlapping(TimelineBuilder b) {
        return b.covered(0, 1000)
                .stall(100, 10, 1)
                .stall(105, 20, 2)
                .stall(125, 5, 1)
                .build();
    }

    @Test
    void stallsAddUpOverThreads() {
        StallStats stats = StallStats.of(overlapping(TimelineBuilder.of(Collector.ZGC)));

        // 10 + 20 + 5 = 35 thread-milliseconds of two threads
        assertThat(value(stats.count())).isEqualTo(3);
        assertThat(value(stats.sum())).isEqualTo(35_000_000);
        assertThat(value(stats.max())).isEqualTo(20_000_000);
        assertThat(value(stats.p50())).isBetween(10_000_000L, 10_010_000L);
        assertThat(value(stats.threads())).isEqualTo(2);
    }

    @Test
    void aCollectorWithoutStallEventsHasNoNumberRatherThanZero() {
        Timeline g1 = TimelineBuilder.of(Collector.G1).covered(0, 100).build();
        assertThat(why(StallStats.of(g1).count()))
                .isEqualTo("G1 reports no stalls: its threads wait for memory only in pauses");
    }

    @Test
    void shenandoahPointsToItsDegeneratedAndFullCollections() {
        Timeline shenandoah = TimelineBuilder.of(Collector.SHENANDOAH)
                .covered(0, 100)
                .pause(1, 1, 1, "Pause Degenerated GC (Mark)")
                .pause(9, 1, 2, "Pause Full")
                .cycle(9, 1, 2, Cycle.Kind.FULL, "Shenandoah", "Allocation Failure")
                .build();
        assertThat(why(StallStats.of(shenandoah).count()))
                .isEqualTo("Shenandoah reports no stalls: see degenerated and full collections (1 and 1 here)");
    }

    @Test
    void zgcWithoutAStallHasZero() {
        StallStats stats =
                StallStats.of(TimelineBuilder.of(Collector.ZGC).covered(0, 100).build());
        assertThat(value(stats.count())).isZero();
        assertThat(why(stats.max())).isEqualTo("no stall in this window");
    }

    @Test
    void theMostThreadsStalledAtOnce() {
        // 1: 100..110, 2: 105..125, 1 again from 125, when 2 has ended: two at once, never three
        assertThat(MutatorThreads.stalledAtOnce(
                        overlapping(TimelineBuilder.of(Collector.ZGC)).stalls()))
                .isEqualTo(2);
    }

    @Test
    void mutatorThreadsAreTheBusyOnesOfThePeriodThatHasMost() {
        Timeline t = overlapping(TimelineBuilder.of(Collector.ZGC)
                .load(0, 1, "worker-1", 0.3)
                .load(0, 2, "worker-2", 0.01)
                .load(0, 3, "idle", 0.009)
                .load(0.1, 4, "worker-4", 0.2)
                .load(0.1, 9, "JFR Recorder Thread", 0.5)
                .load(0.1, 10, "C2 CompilerThread0", 0.5)
                .load(900, 1, "worker-1", 0.4)
                .load(900, 7, "worker-7", 0.4));
        assertThat(value(MutatorThreads.of(t))).isEqualTo(3);
    }

    @Test
    void neverFewerMutatorThreadsThanWereStalledAtOnce() {
        Timeline t = overlapping(TimelineBuilder.of(Collector.ZGC).load(0, 1, "worker-1", 0.3));
        assertThat(value(MutatorThreads.of(t))).isEqualTo(2);
    }

    @Test
    void threadsOfTheObserverAreNoMutators() {
        Timeline t = TimelineBuilder.of(Collector.ZGC)
                .covered(0, 1000)
                .stall(100, 100, 1, "worker-1")
                .stall(100, 100, 2, "JFR Periodic Tasks")
                .stall(100, 100, 3, "tricolor")
                .stall(500, 100, 3, "tricolor")
                .build();

        assertThat(value(MutatorThreads.of(t))).isEqualTo(1);
        assertThat(value(StallStats.of(t).count())).isEqualTo(4); // as reported
        // only 100..200 is lost
        assertThat(value(Mmu.ofPausesAndStalls(t, MutatorThreads.of(t), Mmu.S_1)))
                .isEqualTo(0.9, org.assertj.core.api.Assertions.within(1e-12));
    }

    @Test
    void theWorkloadKnowsItsThreads() {
        Timeline t = overlapping(TimelineBuilder.of(Collector.ZGC)
                .load(0, 1, "worker-1", 0.3)
                .workload(900, Stage.FINISHED, "{\"parameters\":{\"threads\":8}}"));
        assertThat(value(MutatorThreads.of(t))).isEqualTo(8);
    }

    @Test
    void cyclesAreCountedByKindAndCause() {
        CycleStats stats = CycleStats.of(TimelineBuilder.of(Collector.G1)
                .covered(0, 1000)
                .cycle(10, 5, 1, Cycle.Kind.YOUNG, "G1New", "G1 Evacuation Pause")
                .cycle(20, 100, 2, Cycle.Kind.OLD, "G1Old", "G1 Evacuation Pause")
                .cycle(50, 5, 3, Cycle.Kind.YOUNG, "G1New", "G1 Evacuation Pause")
                .cycle(200, 50, 4, Cycle.Kind.FULL, "G1Full", "System.gc()")
                .build());

        assertThat(value(stats.count())).isEqualTo(4);
        // 5 + 100 (with the 5 inside it) + 50 = 155
        assertThat(value(stats.total())).isEqualTo(155_000_000);
        assertThat(stats.byKind())
                .containsOnly(
                        java.util.Map.entry("young", 2L),
                        java.util.Map.entry("old", 1L),
                        java.util.Map.entry("full", 1L));
        assertThat(stats.byCause().get(0))
                .isEqualTo(new CycleStats.ByCause("G1New", "G1 Evacuation Pause", "young", 2, 10_000_000));
        assertThat(value(stats.full())).isEqualTo(1);
        assertThat(why(stats.degenerated())).isEqualTo("G1 has none: only Shenandoah degenerates");
    }
}
