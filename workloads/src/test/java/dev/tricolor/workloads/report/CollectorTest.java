package dev.tricolor.workloads.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CollectorTest {
    @ParameterizedTest
    @CsvSource({
        "Copy, '', serial",
        "MarkSweepCompact, '', serial",
        "PS Scavenge, '', parallel",
        "G1 Young Generation, '', g1",
        "ZGC Cycles, '', zgc",
        "ZGC Minor Cycles, '', zgc",
        "Shenandoah Cycles, satb, shenandoah",
        "Shenandoah Pauses, generational, shenandoah-generational",
        "Epsilon Heap, '', epsilon",
        "Some New Collector, '', Some New Collector"
    })
    void nameFollowsFromTheBeans(String bean, String shenandoahMode, String collector) {
        assertThat(Collector.of(List.of(bean), shenandoahMode)).isEqualTo(collector);
    }
}
