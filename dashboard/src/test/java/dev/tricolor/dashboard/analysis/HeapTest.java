package dev.tricolor.dashboard.analysis;

import static dev.tricolor.dashboard.analysis.Figures.instrument;
import static dev.tricolor.dashboard.analysis.Figures.value;
import static dev.tricolor.dashboard.analysis.Figures.why;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.tricolor.dashboard.gc.Collector;
import dev.tricolor.dashboard.gc.Cycle.Kind;
import dev.tricolor.dashboard.gc.HeapSample.When;
import dev.tricolor.dashboard.gc.Timeline;
import org.junit.jupiter.api.Test;

class HeapTest {
    private static TimelineBuilder of(Collector collector) {
        return TimelineBuilder.of(collector).covered(0, 10_000);
    }

    private static TimelineBuilder young(TimelineBuilder b, double at, int id, long before, long after) {
        return b.collection(at, 10, id, Kind.YOUNG, "G1New", "G1 Evacuation Pause", before, after);
    }

    @Test
    void eachCollectionHasTheHeapBeforeAndAfterIt() {
        Timeline t = young(young(of(Collector.G1), 100, 1, 500, 200), 200, 2, 700, 250)
                .build();

        HeapStats heap = HeapStats.of(t);
        assertThat(heap.collections())
                .extracting(HeapStats.Collection::beforeBytes)
                .containsExactly(500L, 700L);
        assertThat(heap.collections())
                .extracting(HeapStats.Collection::afterBytes)
                .containsExactly(200L, 250L);
        assertThat(value(heap.peakUsed())).isEqualTo(700);
        assertThat(value(heap.maxAfter())).isEqualTo(250);
        assertThat(value(heap.peakCommitted())).isEqualTo(1000);
    }

    @Test
    void aSampleWithoutItsCounterpartMakesNoCollection() {
        Timeline t = of(Collector.G1)
                .heap(1, 7, When.AFTER, 100)
                .heap(9000, 8, When.BEFORE, 900)
                .build();
        assertThat(HeapStats.of(t).collections()).isEmpty();
        assertThat(value(HeapStats.of(t).peakUsed())).isEqualTo(900);
    }

    @Test
    void noCollectionHasNoHeap() {
        assertThat(why(HeapStats.of(of(Collector.EPSILON).build()).peakUsed()))
                .isEqualTo("no collection in this window");
    }

    @Test
    void serialsLiveSetIsWhatAFullCollectionLeaves() {
        Timeline t = young(of(Collector.SERIAL), 100, 1, 500, 400)
                .collection(200, 50, 2, Kind.FULL, "SerialOld", "Allocation Failure", 900, 300)
                .collection(900, 50, 3, Kind.FULL, "SerialOld", "Allocation Failure", 900, 320)
                .collection(1900, 50, 4, Kind.FULL, "SerialOld", "Allocation Failure", 960, 310)
                .build();

        LiveSet live = LiveSet.of(t);
        assertThat(live.marks()).extracting(LiveSet.Mark::liveBytes).containsExactly(300L, 320L, 310L);
        assertThat(value(live.typical())).isEqualTo(310);
        assertThat(value(live.largest())).isEqualTo(320);
        // 100 (900 - 300) / 300 = 200 %, 100 (960 - 320) / 320 = 200 %
        EffectiveGogc gogc = EffectiveGogc.of(t);
        assertThat(gogc.each()).containsExactly(200.0, 200.0);
        assertThat(value(gogc.percent())).isEqualTo(200.0);
    }

    @Test
    void g1sLiveSetIsTheLeastThatMixedCollectionsLeaveBeforeTheNextMarking() {
        TimelineBuilder b = of(Collector.G1);
        young(b, 100, 1, 800, 600);
        b.collection(111, 400, 2, Kind.OLD, "G1Old", "G1 Evacuation Pause", 600, 550)
                .pause(300, 5, 2, "Pause Remark")
                .pause(505, 1, 2, "Pause Cleanup");
        young(b, 200, 3, 850, 650); // during marking
        young(b, 400, 4, 820, 610); // after Remark, before Cleanup
        young(b, 700, 5, 830, 420); // the first after Cleanup
        young(b, 900, 6, 700, 300); // a mixed one that leaves less
        young(b, 950, 7, 700, 310);
        LiveSet live = LiveSet.of(b.build());

        assertThat(live.marks()).hasSize(1);
        assertThat(live.marks().get(0).startBytes()).isEqualTo(600);
        assertThat(live.marks().get(0).liveBytes()).isEqualTo(300);
        assertThat(instrument(live.typical())).contains("dead objects in regions not yet evacuated");
        assertThat(why(EffectiveGogc.of(b.build()).percent()))
                .isEqualTo("needs two collections that marked the whole heap; this window has 1");
    }

    @Test
    void whatIsAllocatedDuringAConcurrentCollectionIsNotLive() {
        TimelineBuilder b = of(Collector.SHENANDOAH)
                .allocated(0, 0)
                .allocated(1000, 500) // 0.5 a ms
                .allocated(2000, 1500) // 1 a ms
                .collection(200, 100, 1, Kind.GLOBAL, "Shenandoah", "Heuristics", 800, 450) // 450 - 50 = 400
                .collection(1300, 200, 2, Kind.GLOBAL, "Shenandoah", "Heuristics", 1000, 700); // 700 - 200 = 500
        LiveSet live = LiveSet.of(b.build());

        assertThat(live.marks()).extracting(LiveSet.Mark::liveBytes).containsExactly(400L, 500L);
        assertThat(live.marks()).extracting(LiveSet.Mark::usedBytes).containsExactly(450L, 700L);
        assertThat(value(live.typical())).isEqualTo(450); // between the two
        // 100 (1000 - 400) / 400
        assertThat(value(EffectiveGogc.of(b.build()).percent())).isEqualTo(150.0);
    }

    @Test
    void withoutTheCounterTheLiveSetSaysWhatIsInIt() {
        LiveSet live = LiveSet.of(of(Collector.ZGC)
                .collection(200, 100, 1, Kind.GLOBAL, "ZGC", "Proactive", 800, 450)
                .build());
        assertThat(value(live.typical())).isEqualTo(450);
        assertThat(instrument(live.typical())).contains("what was allocated meanwhile is in it");
    }

    @Test
    void aMajorCollectionsOutcomeShowsAfterTheMinorOneThatFollows() {
        TimelineBuilder b = of(Collector.ZGC)
                .generational()
                .allocated(0, 0)
                .allocated(1000, 1000) // 1 a ms
                .collection(100, 400, 1, Kind.GLOBAL, "ZGC Major", "Proactive", 900, 700)
                .collection(200, 100, 2, Kind.YOUNG, "ZGC Minor", "Allocation Rate", 950, 800) // inside the major one
                .collection(600, 50, 3, Kind.YOUNG, "ZGC Minor", "Allocation Rate", 800, 350); // 350 - 50
        LiveSet live = LiveSet.of(b.build());

        assertThat(live.marks()).hasSize(1);
        assertThat(live.marks().get(0).gcId()).isEqualTo(1);
        assertThat(live.marks().get(0).startBytes()).isEqualTo(900);
        assertThat(live.marks().get(0).liveBytes()).isEqualTo(300);
    }

    @Test
    void generationalShenandoahMarksTheOldGenerationInParts() {
        TimelineBuilder b = of(Collector.SHENANDOAH_GENERATIONAL);
        // the young collection 1 and the old one that it bootstraps share the id; the old one is broken off
        b.collection(100, 50, 1, Kind.YOUNG, "Shenandoah", "Concurrent GC", 500, 200)
                .collection(151, 50, 1, Kind.OLD, "Shenandoah", "Concurrent GC", 200, 230)
                .collection(210, 50, 2, Kind.YOUNG, "Shenandoah", "Concurrent GC", 500, 260);
        assertThat(HeapStats.of(b.build()).collections())
                .extracting(HeapStats.Collection::kind)
                .containsExactly("young", "old", "young");
        assertThat(why(LiveSet.of(b.build()).typical())).startsWith("no global collection");

        // it goes on, ends, and the next young one reclaims
        b.collection(270, 50, 3, Kind.OLD, "Shenandoah", "Concurrent GC", 270, 300)
                .pause(310, 1, 3, "Pause Final Mark (Old)")
                .collection(400, 50, 4, Kind.YOUNG, "Shenandoah", "Concurrent GC", 600, 180);
        assertThat(LiveSet.of(b.build()).marks())
                .extracting(LiveSet.Mark::liveBytes)
                .containsExactly(180L);
    }

    @Test
    void theAllocationRateIsTheCountersAndTheHeapChecksIt() {
        TimelineBuilder b = of(Collector.PARALLEL)
                .allocated(0, 0)
                .allocated(1000, 1_000_000)
                .allocated(2000, 4_000_000);
        young(b, 490, 1, 500_000, 100_000);
        young(b, 1500, 2, 1_500_000, 100_000); // 1,400,000 from 500 to 1500
        AllocationRate rate = AllocationRate.of(b.build());

        assertThat(value(rate.total())).isEqualTo(4_000_000);
        assertThat(value(rate.rate())).isEqualTo(2_000_000.0, within(1e-6));
        assertThat(rate.series())
                .extracting(AllocationRate.Slice::bytesPerSecond)
                .containsExactly(1e6, 3e6);
        assertThat(rate.byCollections()).extracting(AllocationRate.Slice::bytes).containsExactly(1_400_000L);
        // the counter from 500 to 1500: 500,000 + 1,500,000
        assertThat(value(rate.crossCheck())).isEqualTo(1.4 / 2.0, within(1e-9));
    }

    @Test
    void theCounterIsReadBetweenItsReadingsAtTheEdgesOfAWindow() {
        Timeline t = of(Collector.PARALLEL)
                .allocated(0, 0)
                .allocated(1000, 1_000_000)
                .allocated(2000, 4_000_000)
                .build();
        // half of the first second and a third of the next: 500,000 + 1,000,000
        AllocationRate rate = AllocationRate.of(t, TimelineBuilder.interval(500, 1000 + 1000 / 3.0));
        assertThat(value(rate.total())).isEqualTo(1_500_000);
    }

    @Test
    void withoutTheCounterTheHeapsGrowthIsReported() {
        Timeline t = young(young(of(Collector.G1), 100, 1, 500, 100), 610, 2, 600, 100)
                .build();
        AllocationRate rate = AllocationRate.of(t);

        assertThat(value(rate.total())).isEqualTo(500);
        assertThat(value(rate.rate())).isEqualTo(1000.0, within(1e-9)); // 500 in 500 ms
        assertThat(why(rate.crossCheck())).isEqualTo("no tricolor.Allocation to compare with");
        assertThat(why(AllocationRate.of(of(Collector.G1).build()).rate())).startsWith("neither");
    }

    @Test
    void aStretchInWhichRemarkReclaimsIsNoGrowth() {
        TimelineBuilder b = of(Collector.G1);
        young(b, 100, 1, 500, 100);
        b.collection(111, 300, 2, Kind.OLD, "G1Old", "G1 Evacuation Pause", 100, 90)
                .pause(250, 5, 2, "Pause Remark");
        young(b, 300, 3, 300, 80); // 100 -> 300 with a Remark in between
        young(b, 510, 4, 480, 80); // 80 -> 480
        b.allocated(0, 0).allocated(1000, 2000); // 2 a ms
        AllocationRate rate = AllocationRate.of(b.build());
        assertThat(rate.byCollections()).extracting(AllocationRate.Slice::bytes).containsExactly(400L);
        // the counter over the same stretch, 310..510: 400
        assertThat(value(rate.crossCheck())).isEqualTo(1.0, within(1e-9));
    }

    @Test
    void underAConcurrentCollectorTheHeapCanNotCheckTheCounter() {
        TimelineBuilder b = of(Collector.SHENANDOAH)
                .collection(200, 100, 1, Kind.GLOBAL, "Shenandoah", "Heuristics", 800, 450)
                .collection(500, 100, 2, Kind.GLOBAL, "Shenandoah", "Heuristics", 650, 450);
        assertThat(why(AllocationRate.of(b.build()).total())).startsWith("most is allocated while");
        assertThat(value(AllocationRate.of(b.build()).rate())).isEqualTo(1000.0, within(1e-9)); // 200 in 200 ms
        b.allocated(0, 0).allocated(1000, 2000);
        assertThat(why(AllocationRate.of(b.build()).crossCheck())).startsWith("most is allocated while");
    }
}
