package dev.tricolor.dashboard.analysis;

import static dev.tricolor.dashboard.analysis.Figures.value;
import static dev.tricolor.dashboard.analysis.Figures.why;
import static dev.tricolor.dashboard.analysis.TimelineBuilder.at;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tricolor.dashboard.gc.Collector;
import dev.tricolor.dashboard.gc.CpuSample.CpuGroup;
import dev.tricolor.dashboard.gc.Cycle;
import dev.tricolor.dashboard.gc.KnobChange;
import dev.tricolor.dashboard.gc.Timeline;
import org.junit.jupiter.api.Test;

class KnobCostTest {

    /** Turned at 20 s: one collection in the 10 s before, forty in the last 10 of the 20 s after. */
    private static Timeline turned() {
        TimelineBuilder b = TimelineBuilder.of(Collector.ZGC).covered(0, 40_000);
        for (int second = 0; second <= 40; second++) {
            b.cpu(second * 1000.0, CpuGroup.PROCESS, second * 1000.0);
            b.cpu(second * 1000.0, CpuGroup.GC_WORKERS, Math.max(0, second - 20) * 500.0);
        }
        b.collection(15_000, 10, 1, Cycle.Kind.GLOBAL, "ZGC", "Allocation Rate", 1000, 200);
        b.knob(20_000, "GOGC", "400", "50", "dashboard");
        b.knob(20_001, "SoftMaxHeapSize", "1200", "300", "loop");
        for (int i = 0; i < 40; i++) {
            b.collection(30_000 + i * 250.0, 10, 2 + i, Cycle.Kind.GLOBAL, "ZGC", "Allocation Rate", 310, 200);
        }
        return b.build();
    }

    @Test
    void theTenSecondsBefore_andTheLastTen() {
        KnobCost cost = KnobCost.of(turned(), at(40_000));
        assertThat(cost.turned().map(KnobChange::newValue)).contains("50");
        assertThat(value(cost.before().collectionsPerSecond())).isEqualTo(0.1);
        assertThat(value(cost.now().collectionsPerSecond())).isEqualTo(4.0);
        assertThat(value(cost.before().gcShareOfMachine())).isZero();
        assertThat(value(cost.now().gcShareOfMachine())).isEqualTo(0.25);
        assertThat(value(cost.before().peak())).isEqualTo(1000);
        assertThat(value(cost.now().peak())).isEqualTo(310);
    }

    @Test
    void rightAfterTheTurn_nothingIsComparedYet() {
        assertThat(why(KnobCost.of(turned(), at(21_000)).now().peak())).contains("only now");
    }

    @Test
    void whatTheLoopDoes_isNoTurn() {
        assertThat(KnobCost.turns(turned())).hasSize(1);
    }

    @Test
    void nobodyHasTurned_saysSo() {
        KnobCost cost = KnobCost.of(turned(), at(10_000));
        assertThat(cost.turned()).isEmpty();
        assertThat(why(cost.before().collectionsPerSecond())).contains("nobody has turned");
    }

    @Test
    void turnedAtTheVeryBeginning_hasNoBefore() {
        Timeline t = TimelineBuilder.of(Collector.ZGC)
                .covered(20_000, 40_000)
                .knob(20_000, "GOGC", "off", "50", "argument")
                .build();
        assertThat(why(KnobCost.of(t, at(40_000)).before().peak())).contains("nothing was recorded before");
    }
}
