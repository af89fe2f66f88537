package dev.tricolor.dashboard.analysis;

import static dev.tricolor.dashboard.analysis.Figures.value;
import static dev.tricolor.dashboard.analysis.Figures.why;
import static dev.tricolor.dashboard.analysis.TimelineBuilder.interval;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tricolor.dashboard.gc.Collector;
import dev.tricolor.dashboard.gc.Timeline;
import org.junit.jupiter.api.Test;

class PausesTest {
    /** A full collection of 40 ms inside a young pause of 50 ms, as JDK 17 reports it, then one of 2 ms. */
    private static final Timeline NESTED = TimelineBuilder.of(Collector.SERIAL)
            .covered(0, 1000)
            .pause(100, 50, 1, "GC Pause")
            .pause(105, 40, 2, "Pause Full")
            .pause(500, 2, 3, "GC Pause")
            .build();

    @Test
    void aPauseInsideAnotherStopsTheWorldOnce() {
        StoppedTime stopped = StoppedTime.of(NESTED);

        // 50 + 2 = 52, added up 50 + 40 + 2 = 92
        assertThat(stopped.outer()).containsExactly(interval(100, 150), interval(500, 502));
        assertThat(stopped.totalNs()).isEqualTo(52_000_000);
        assertThat(stopped.naiveNs()).isEqualTo(92_000_000);
        assertThat(stopped.nested()).isEqualTo(1);
    }

    @Test
    void pausesThatOverlapInPartAreOne() {
        StoppedTime stopped = StoppedTime.of(TimelineBuilder.of(Collector.G1)
                .covered(0, 100)
                .pause(10, 10)
                .pause(15, 10)
                .build());

        // 10..25
        assertThat(stopped.outer()).containsExactly(interval(10, 25));
        assertThat(stopped.totalNs()).isEqualTo(15_000_000);
    }

    @Test
    void pausesThatTouchAreTwo() {
        StoppedTime stopped = StoppedTime.of(TimelineBuilder.of(Collector.G1)
                .covered(0, 100)
                .pause(10, 10)
                .pause(20, 10)
                .build());

        assertThat(stopped.outer()).containsExactly(interval(10, 20), interval(20, 30));
        assertThat(stopped.nested()).isZero();
    }

    @Test
    void theCountIsTheLogsAndTheSumIsTheStoppedTime() {
        PauseStats stats = PauseStats.of(NESTED);

        assertThat(value(stats.count())).isEqualTo(3);
        assertThat(value(stats.sum())).isEqualTo(52_000_000);
        assertThat(value(stats.max())).isEqualTo(50_000_000);
        assertThat(stats.nested()).isEqualTo(1);
        assertThat(stats.byName())
                .containsExactly(
                        new PauseStats.ByName("GC Pause", 2, 52_000_000, 50_000_000),
                        new PauseStats.ByName("Pause Full", 1, 40_000_000, 40_000_000));
    }

    @Test
    void percentilesAreOfOuterPauses() {
        TimelineBuilder b = TimelineBuilder.of(Collector.G1).covered(0, 10_000);
        for (int i = 1; i <= 1000; i++) {
            b.pause(i * 10, i / 1000.0); // 1 µs, 2 µs .. 1000 µs
        }
        PauseStats stats = PauseStats.of(b.build());

        // the 500th of 1000 is 500 µs, within HdrHistogram's 0.1 %
        assertThat(value(stats.p50())).isBetween(500_000L, 500_500L);
        assertThat(value(stats.p90())).isBetween(900_000L, 900_900L);
        assertThat(value(stats.p99())).isBetween(990_000L, 990_990L);
        assertThat(value(stats.p999())).isBetween(999_000L, 999_999L);
        assertThat(value(stats.max())).isEqualTo(1_000_000L);
    }

    @Test
    void theHistogramHasEdgesAtOneTwoAndFiveOfADecade() {
        PauseStats stats = PauseStats.of(TimelineBuilder.of(Collector.ZGC)
                .covered(0, 100)
                .pause(1, 0.0005) // 500 ns: below 1 µs
                .pause(2, 0.0019) // [1, 2) µs
                .pause(3, 0.002) // [2, 5) µs
                .pause(4, 0.002)
                .pause(5, 0.012) // [10, 20) µs
                .build());

        assertThat(stats.histogram())
                .containsExactly(
                        new Distribution.Bucket(0, 1_000, 1),
                        new Distribution.Bucket(1_000, 2_000, 1),
                        new Distribution.Bucket(2_000, 5_000, 2),
                        new Distribution.Bucket(5_000, 10_000, 0),
                        new Distribution.Bucket(10_000, 20_000, 1));
    }

    @Test
    void noPauseIsACountOfZeroButNoLongestOne() {
        PauseStats stats = PauseStats.of(
                TimelineBuilder.of(Collector.EPSILON).covered(0, 100).build());

        assertThat(value(stats.count())).isZero();
        assertThat(value(stats.sum())).isZero();
        assertThat(why(stats.max())).isEqualTo("Epsilon never collects");
        assertThat(stats.histogram()).isEmpty();
    }

    @Test
    void withoutDataNothingIsKnown() {
        assertThat(why(PauseStats.of(Timeline.EMPTY).count())).isEqualTo("the recording holds no data yet");
    }

    @Test
    void safepointsTakeLongerThanThePausesInThem() {
        Halts halts = Halts.of(TimelineBuilder.of(Collector.G1)
                .covered(0, 100)
                .pause(10.5, 2)
                .safepoint(10, 3, 0.4)
                .safepoint(50, 1, 0.7)
                .build());

        // 3 + 1 = 4 ms, of which 0.4 + 0.7 = 1.1 ms reaching
        assertThat(value(halts.count())).isEqualTo(2);
        assertThat(value(halts.total())).isEqualTo(4_000_000);
        assertThat(value(halts.max())).isEqualTo(3_000_000);
        assertThat(value(halts.reaching())).isEqualTo(1_100_000);
        assertThat(value(halts.maxReaching())).isEqualTo(700_000);
        assertThat(why(Halts.of(NESTED).count())).contains("no safepoint events");
    }
}
