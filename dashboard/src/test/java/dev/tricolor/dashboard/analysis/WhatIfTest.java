package dev.tricolor.dashboard.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.tricolor.dashboard.analysis.MarkCosts.Prediction;
import dev.tricolor.dashboard.gc.Collector;
import dev.tricolor.dashboard.gc.CpuSample.CpuGroup;
import dev.tricolor.dashboard.gc.Cycle;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What-if on timelines written by hand. */
class WhatIfTest {

    private static final long MIB = 1 << 20;

    /**
     * Ten seconds of a collector that marks the whole heap each second: 100 MiB live, 100 MiB allocated from one to the next,
     * 0.1 s of GC CPU in each and 0.4 s of the program's.
     */
    private static TimelineBuilder steady(Collector collector) {
        TimelineBuilder t = TimelineBuilder.of(collector).covered(0, 10_000);
        for (int second = 0; second <= 10; second++) {
            double at = second * 1000;
            t.cpu(at, CpuGroup.GC_WORKERS, second * 100).cpu(at, CpuGroup.PROCESS, second * 500);
            t.allocated(at, second * 100 * MIB);
            if (second < 10) {
                t.collection(at + 500, 0.001, second, Cycle.Kind.GLOBAL, "Shenandoah", "test", 200 * MIB, 100 * MIB);
            }
        }
        return t;
    }

    @Test
    void wholeHeapCollector_standsWhereItStands_andHalvesItsCostWithTwiceTheMemory() {
        WhatIf whatIf = WhatIf.of(steady(Collector.SHENANDOAH).build());
        assertThat(whatIf.gogcNow().optional().orElseThrow()).isCloseTo(100, within(1.0));
        assertThat(whatIf.measuredGcShare().optional().orElseThrow()).isCloseTo(0.2, within(0.001));
        Prediction same = row(whatIf, 100);
        assertThat(same.gcShare()).as("what was measured").isCloseTo(0.2, within(0.002));
        assertThat(same.heapBytes()).isCloseTo(200.0 * MIB, within(1.0 * MIB));
        Prediction twice = row(whatIf, 200);
        assertThat(twice.gcShare()).isCloseTo(0.05 / 0.45, within(0.002));
        assertThat(twice.cyclesPerSecond()).isCloseTo(0.5, within(0.01));
    }

    @Test
    void heapForAShare_isWhereTheModelComesToIt() {
        WhatIf whatIf = WhatIf.of(steady(Collector.SHENANDOAH).build());
        Prediction p = whatIf.forGcShare(0.05).optional().orElseThrow();
        assertThat(p.gcShare()).isCloseTo(0.05, within(0.0005));
        assertThat(p.gogc()).isCloseTo(475, within(5.0));
        assertThat(whatIf.forGcShare(0).optional()).isEmpty();
        assertThat(whatIf.forGcShare(Double.NaN).optional()).isEmpty();
        assertThat(whatIf.forGcShare(0.9999999).optional())
                .as("needs a heap below what is live")
                .isEmpty();
    }

    @ParameterizedTest
    @EnumSource(names = {"SERIAL", "PARALLEL", "G1", "SHENANDOAH_GENERATIONAL"})
    void generationalCollector_isNotForetold_andSaysWhy(Collector collector) {
        WhatIf whatIf = WhatIf.of(TimelineBuilder.of(collector).covered(0, 1000).build());
        assertThat(((Figure.Missing<?>) whatIf.measured()).why()).contains("generations");
        assertThat(whatIf.forGcShare(0.05)).isInstanceOf(Figure.Missing.class);
    }

    @Test
    void zgc_dependsOnItsGenerations() {
        assertThat(WhatIf.of(steady(Collector.ZGC).generational().build())
                        .measured()
                        .optional())
                .isEmpty();
    }

    @Test
    void nothingRecorded_isMissing_notZero() {
        WhatIf whatIf = WhatIf.of(dev.tricolor.dashboard.gc.Timeline.EMPTY);
        assertThat(whatIf.rows()).isEmpty();
        assertThat(whatIf.measured()).isInstanceOf(Figure.Missing.class);
        assertThat(whatIf.gogcNow()).isInstanceOf(Figure.Missing.class);
    }

    /** At the setting where it was measured the pacer's prediction is the measurement. */
    @ParameterizedTest
    @ValueSource(ints = {50, 100, 400})
    void pacer_isRightWhereItStands(int gogc) {
        MarkCosts costs = new MarkCosts(100.0 * MIB, 10_000.0 * MIB, 10, 100, 2, 8, 4);
        assertThat(costs.byThePacer(gogc, gogc).gcShare()).isCloseTo(0.2, within(1e-9));
        assertThat(costs.byThePacer(2 * gogc, gogc).gcShare()).isBetween(0.05, 0.15);
        assertThat(costs.byThePacer(gogc, gogc).heapBytes())
                .isLessThanOrEqualTo(100.0 * MIB * (1 + gogc / 100.0) * 2.5);
    }

    /** Also where the run that was measured had few cycles, or none would fit into its time. */
    @ParameterizedTest
    @ValueSource(ints = {2, 10, 300})
    void pacer_moreGogcIsMoreHeapAndLessCpu(int cycles) {
        MarkCosts costs =
                new MarkCosts(50.0 * MIB, cycles * 250.0 * MIB, 0.3 * cycles, cycles, 0.06 * cycles, 0.5 * cycles, 2);
        Prediction before = costs.byThePacer(25, 200);
        for (int gogc : new int[] {50, 100, 200, 400, 800, 1600, 10_000}) {
            Prediction p = costs.byThePacer(gogc, 200);
            assertThat(p.heapBytes()).as("heap at " + gogc).isGreaterThan(before.heapBytes());
            assertThat(p.heapBytes()).isGreaterThan(0.9 * 50.0 * MIB * (1 + gogc / 100.0));
            assertThat(p.gcShare()).as("GC CPU at " + gogc).isLessThan(before.gcShare());
            assertThat(p.cyclesPerSecond()).isLessThan(before.cyclesPerSecond());
            before = p;
        }
    }

    /** Whatever was measured: also where marking takes nearly all of the CPU, or hardly anything is allocated or live. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void pacer_answersForAnyCosts(long seed) {
        Random random = new Random(seed);
        for (int i = 0; i < 12; i++) {
            double live = Math.pow(10, 4 + 6 * random.nextDouble());
            double seconds = Math.pow(10, 3 * random.nextDouble());
            int processors = 1 + random.nextInt(8);
            double gc = seconds * processors * Math.pow(10, -4 * random.nextDouble());
            double program = Math.max(1e-3, (seconds * processors - gc) * random.nextDouble());
            int cycles = 2 + random.nextInt(3000);
            double allocated = Math.pow(10, 5 + 6 * random.nextDouble());
            MarkCosts costs = new MarkCosts(live, allocated, seconds, cycles, gc, program, processors);
            for (int gogc : new int[] {1, 25, 800, 10_000}) {
                Prediction p = costs.reachableOf(live, 100).byThePacer(gogc, 100);
                assertThat(p.gcShare())
                        .as("seed %d, %s at %d", seed, costs, gogc)
                        .isBetween(0.0, 1.0);
                assertThat(p.heapBytes())
                        .as("seed %d, %s at %d", seed, costs, gogc)
                        .isGreaterThan(0.0);
            }
        }
    }

    private static Prediction row(WhatIf whatIf, int gogc) {
        Optional<Prediction> row =
                whatIf.rows().stream().filter(r -> r.gogc() == gogc).findFirst();
        return row.orElseThrow();
    }
}
