package dev.tricolor.dashboard.analysis;

import static dev.tricolor.dashboard.analysis.Figures.value;
import static dev.tricolor.dashboard.analysis.Figures.why;
import static dev.tricolor.dashboard.analysis.TimelineBuilder.at;
import static dev.tricolor.dashboard.analysis.TimelineBuilder.interval;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tricolor.dashboard.analysis.CyclePart.Role;
import dev.tricolor.dashboard.gc.Collector;
import dev.tricolor.dashboard.gc.Cycle.Kind;
import dev.tricolor.dashboard.gc.Timeline;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class TypicalCycleTest {

    private static final long MS = 1_000_000;

    @Test
    void theMiddleOneStandsForItsKind_ofTwoMiddleOnesTheShorter() {
        TypicalCycle t = only(TimelineBuilder.of(Collector.PARALLEL)
                .covered(0, 1000)
                .cycle(100, 30, 1, Kind.YOUNG, "ParallelScavenge", "Allocation Failure")
                .cycle(200, 10, 2, Kind.YOUNG, "ParallelScavenge", "Allocation Failure")
                .cycle(300, 40, 3, Kind.YOUNG, "ParallelScavenge", "Allocation Failure")
                .cycle(400, 20, 4, Kind.YOUNG, "ParallelScavenge", "Allocation Failure"));

        // 10, 20, 30, 40: the (4 + 1) / 2 = 2nd
        assertThat(t.cycle().gcId()).isEqualTo(4);
        assertThat(t.lengthNs()).isEqualTo(20 * MS);
        assertThat(t.count()).isEqualTo(4);
        assertThat(t.shortestNs()).isEqualTo(10 * MS);
        assertThat(t.longestNs()).isEqualTo(40 * MS);
    }

    @Test
    void ofEqualOnesTheEarlierIsTaken() {
        assertThat(only(TimelineBuilder.of(Collector.SERIAL)
                                .covered(0, 1000)
                                .cycle(300, 5, 3, Kind.YOUNG, "DefNew", "Allocation Failure")
                                .cycle(100, 5, 1, Kind.YOUNG, "DefNew", "Allocation Failure"))
                        .cycle()
                        .gcId())
                .isEqualTo(1);
    }

    @Test
    void fullCollectionsStandForTheCollectorsThatStopForAll_andElsewhereOnlyWhereNothingElseOccurred() {
        assertThat(kinds(withYoungAndFull(Collector.SERIAL))).containsExactly(Kind.YOUNG, Kind.FULL);
        assertThat(kinds(withYoungAndFull(Collector.PARALLEL))).containsExactly(Kind.YOUNG, Kind.FULL);
        assertThat(kinds(withYoungAndFull(Collector.G1))).containsExactly(Kind.YOUNG);
        assertThat(kinds(TimelineBuilder.of(Collector.G1)
                        .covered(0, 1000)
                        .cycle(100, 50, 1, Kind.FULL, "G1Full", "G1 Compaction Pause")))
                .containsExactly(Kind.FULL);
    }

    @Test
    void aConcurrentCycleHasItsPausesItsPhasesAndTheStallsThatOverlapIt() {
        TypicalCycle t = only(TimelineBuilder.of(Collector.ZGC)
                .covered(0, 1000)
                .cycle(100, 50, 7, Kind.GLOBAL, "Z", "Allocation Rate")
                .pause(102, 1, 7, "Pause Mark Start")
                .pause(130, 1, 7, "Pause Mark End")
                .phase(103, 27, 7, "Concurrent Mark")
                .phase(103, 5, 7, "Concurrent Mark Roots") // inside the one before
                .phase(140, 10, 7, "Concurrent Relocate")
                .pause(20, 1, 6, "Pause Mark Start") // of an earlier collection
                .phase(160, 5, 8, "Concurrent Mark") // of a later one
                .stall(90, 20, 1) // from before the cycle to 110
                .stall(105, 10, 2)
                .stall(200, 5, 1));

        assertThat(t.extent()).isEqualTo(interval(100, 150));
        assertThat(t.parts())
                .containsExactly(
                        part(Role.STOPPED, 102, 1, "Pause Mark Start"),
                        part(Role.STOPPED, 130, 1, "Pause Mark End"),
                        part(Role.CONCURRENT, 103, 27, "Concurrent Mark"),
                        part(Role.CONCURRENT, 103, 5, "Concurrent Mark Roots"),
                        part(Role.CONCURRENT, 140, 10, "Concurrent Relocate"),
                        new CyclePart(Role.STALL, at(100), Duration.ofMillis(15), "2 stalls", false));
        assertThat(t.stoppedNs()).isEqualTo(2 * MS);
        assertThat(t.besideNs()).isEqualTo((27 + 10) * MS);
        assertThat(t.stalledNs()).isEqualTo((10 + 10) * MS); // 100..110 and 105..115
    }

    @Test
    void aPauseOfAnotherCollectionStopsThisOneToo() {
        TypicalCycle major = last(TimelineBuilder.of(Collector.ZGC)
                .generational()
                .covered(0, 1000)
                .cycle(100, 100, 7, Kind.GLOBAL, "ZGC Major", "Allocation Rate")
                .phase(100, 100, 7, "Concurrent Mark")
                .cycle(120, 30, 8, Kind.YOUNG, "ZGC Minor", "Allocation Rate")
                .pause(120, 2, 8, "Pause Mark Start"));

        assertThat(major.cycle().kind()).isEqualTo(Kind.GLOBAL);
        assertThat(major.parts())
                .contains(new CyclePart(Role.STOPPED, at(120), Duration.ofMillis(2), "Pause Mark Start", false));
        assertThat(major.stoppedNs()).isEqualTo(2 * MS);
        assertThat(major.besideNs()).isEqualTo(98 * MS); // what was stopped was not beside the application
    }

    @Test
    void twoCollectionsWithOneIdShareNoPart() {
        List<TypicalCycle> both = value(TypicalCycle.of(TimelineBuilder.of(Collector.SHENANDOAH_GENERATIONAL)
                .covered(0, 1000)
                .cycle(100, 50, 4, Kind.YOUNG, "Shenandoah", "Concurrent GC")
                .phase(100, 49, 4, "Concurrent marking (Young)")
                .cycle(151, 30, 4, Kind.OLD, "Shenandoah", "Concurrent GC")
                .phase(151, 30, 4, "Concurrent marking (Old)")
                .pause(180, 1, 4, "Pause Final Mark (Old)")
                .build()));

        assertThat(both.get(0).parts()).containsExactly(part(Role.CONCURRENT, 100, 49, "Concurrent marking (Young)"));
        assertThat(both.get(0).extent()).isEqualTo(interval(100, 150));
        assertThat(both.get(1).parts())
                .containsExactly(
                        part(Role.STOPPED, 180, 1, "Pause Final Mark (Old)"),
                        part(Role.CONCURRENT, 151, 30, "Concurrent marking (Old)"));
    }

    @Test
    void aMarkingOfG1BeginsWithTheYoungPauseThatStartsIt() {
        TypicalCycle marking = last(TimelineBuilder.of(Collector.G1)
                .covered(0, 1000)
                .cycle(80, 8, 11, Kind.YOUNG, "G1New", "G1 Evacuation Pause")
                .pause(80, 8, 11, "GC Pause")
                .cycle(100, 10, 12, Kind.YOUNG, "G1New", "G1 Evacuation Pause")
                .pause(100, 10, 12, "GC Pause")
                .cycle(111, 60, 13, Kind.OLD, "G1Old", "G1 Evacuation Pause")
                .phase(111, 40, 13, "Concurrent Mark")
                .pause(152, 3, 13, "Pause Remark"));

        assertThat(marking.extent()).isEqualTo(interval(100, 171));
        assertThat(marking.lengthNs()).isEqualTo(60 * MS);
        assertThat(marking.parts())
                .containsExactly(
                        new CyclePart(Role.STOPPED, at(100), Duration.ofMillis(10), "GC Pause", false),
                        part(Role.STOPPED, 152, 3, "Pause Remark"),
                        part(Role.CONCURRENT, 111, 40, "Concurrent Mark"));
        assertThat(marking.stoppedNs()).isEqualTo(13 * MS);
    }

    /** Seen on 17, twice in 2,627: the marking's event begins before the world goes on. */
    @Test
    void theStartingPauseMayEndAfterTheMarkingBegan() {
        TypicalCycle marking = last(TimelineBuilder.of(Collector.G1)
                .covered(0, 1000)
                .cycle(100, 10, 12, Kind.YOUNG, "G1New", "G1 Humongous Allocation")
                .pause(100, 10, 12, "GC Pause")
                .cycle(101, 20, 13, Kind.OLD, "G1Old", "G1 Humongous Allocation")
                .phase(101, 19, 13, "Concurrent Cleanup for Next Mark"));

        assertThat(marking.extent()).isEqualTo(interval(100, 121));
        assertThat(marking.stoppedNs()).isEqualTo(10 * MS);
        assertThat(marking.besideNs()).isEqualTo(10 * MS); // 101..120, of which 101..110 was stopped
    }

    @Test
    void aGoCycleIsDrawnToTheEndOfItsSweep() {
        TypicalCycle t = only(TimelineBuilder.of(Collector.GO)
                .covered(0, 1000)
                .cycle(100, 50, 3, Kind.GLOBAL, "gc", "heap goal")
                .pause(100, 0.05, 3, "sweep termination")
                .phase(100.05, 49.9, 3, "Mark")
                .pause(149.95, 0.05, 3, "mark termination")
                .phase(150, 25, 3, "Sweep")
                .stall(110, 20, 1));

        assertThat(t.extent()).isEqualTo(interval(100, 175));
        assertThat(t.lengthNs()).isEqualTo(50 * MS);
        assertThat(t.parts())
                .extracting(CyclePart::role)
                .containsExactly(Role.STOPPED, Role.STOPPED, Role.CONCURRENT, Role.SWEEPING, Role.STALL);
        assertThat(t.stoppedNs()).isEqualTo(100_000);
        assertThat(t.besideNs()).isEqualTo(49_900_000); // the sweep is not in it
    }

    @Test
    void aFullCollectionInsideAYoungPauseIsStoppedOnce() {
        TypicalCycle full = last(TimelineBuilder.of(Collector.SERIAL)
                .covered(0, 1000)
                .cycle(100, 50, 1, Kind.YOUNG, "DefNew", "Allocation Failure")
                .pause(100, 50, 1, "GC Pause")
                .cycle(105, 40, 2, Kind.FULL, "SerialOld", "Allocation Failure")
                .pause(105, 40, 2, "GC Pause"));

        assertThat(full.cycle().kind()).isEqualTo(Kind.FULL);
        assertThat(full.stoppedNs()).isEqualTo(40 * MS); // the outer one cut to it
        assertThat(full.besideNs()).isZero();
    }

    @Test
    void withoutPhasesAConcurrentCycleIsOneOfItsWholeLength() {
        TypicalCycle t = only(TimelineBuilder.of(Collector.SHENANDOAH)
                .covered(0, 1000)
                .cycle(100, 50, 3, Kind.GLOBAL, "Shenandoah", "Concurrent GC")
                .pause(110, 1, 3, "Pause Init Mark"));

        assertThat(t.parts())
                .containsExactly(
                        part(Role.STOPPED, 110, 1, "Pause Init Mark"),
                        part(Role.CONCURRENT, 100, 50, "phases not recorded"));
    }

    @Test
    void collectionsAtTheEdgesDoNotCount() {
        TypicalCycle t = only(TimelineBuilder.of(Collector.SERIAL)
                .covered(0, 100)
                .covered(200, 300)
                .cycle(90, 20, 1, Kind.YOUNG, "DefNew", "Allocation Failure") // ends in the gap
                .cycle(210, 5, 2, Kind.YOUNG, "DefNew", "Allocation Failure")
                .cycle(295, 10, 3, Kind.YOUNG, "DefNew", "Allocation Failure")); // ends after the recording

        assertThat(t.cycle().gcId()).isEqualTo(2);
        assertThat(t.count()).isEqualTo(1);
    }

    @Test
    void withoutACollectionItSaysWhy() {
        assertThat(why(TypicalCycle.of(Timeline.EMPTY))).isEqualTo("the recording holds no data yet");
        assertThat(why(TypicalCycle.of(
                        TimelineBuilder.of(Collector.G1).covered(0, 9).build())))
                .isEqualTo("no collection in this window");
        assertThat(why(TypicalCycle.of(
                        TimelineBuilder.of(Collector.EPSILON).covered(0, 9).build())))
                .isEqualTo("Epsilon never collects");
        assertThat(why(TypicalCycle.of(TimelineBuilder.of(Collector.SERIAL)
                        .covered(0, 9)
                        .cycle(8, 5, 1, Kind.YOUNG, "DefNew", "Allocation Failure")
                        .build())))
                .isEqualTo("no collection lies whole in this window");
    }

    private static TimelineBuilder withYoungAndFull(Collector collector) {
        return TimelineBuilder.of(collector)
                .covered(0, 1000)
                .cycle(100, 5, 1, Kind.YOUNG, "young", "Allocation Failure")
                .cycle(200, 50, 2, Kind.FULL, "full", "System.gc()");
    }

    private static List<Kind> kinds(TimelineBuilder b) {
        return value(TypicalCycle.of(b.build())).stream()
                .map(t -> t.cycle().kind())
                .toList();
    }

    private static TypicalCycle only(TimelineBuilder b) {
        List<TypicalCycle> all = value(TypicalCycle.of(b.build()));
        assertThat(all).hasSize(1);
        return all.get(0);
    }

    /** The last of the kinds that a timeline has. */
    private static TypicalCycle last(TimelineBuilder b) {
        List<TypicalCycle> all = value(TypicalCycle.of(b.build()));
        return all.get(all.size() - 1);
    }

    private static CyclePart part(Role role, double atMs, long ms, String name) {
        return new CyclePart(role, at(atMs), Duration.ofMillis(ms), name, true);
    }
}
