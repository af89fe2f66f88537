package dev.tricolor.dashboard.web.matrix;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tricolor.dashboard.evidence.Rows;
import dev.tricolor.dashboard.web.matrix.Headroom.Remark;
import dev.tricolor.dashboard.web.matrix.Headroom.Unit;
import dev.tricolor.dashboard.web.matrix.Headroom.Why;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The headroom curve, against cases worked out by hand. */
class HeadroomTest {

    private static Headroom of(Rows rows) {
        return Headroom.of("churn", rows.evidence().setups());
    }

    /** Two invocations of G1 in one heap. */
    private static Rows twice(Rows rows, int heap, long first, long second) {
        return rows.ran("g1", 17, heap, 1, first, 0, 1, 0).ran("g1", 17, heap, 2, second, 0, 1, 0);
    }

    @Test
    void oneHeap_isNoCurve_andSaysWhatToRun() {
        Headroom one = of(new Rows().ran("g1", 17, 64, 1, 100, 0, 1, 0));
        assertThat(one.empty()).contains("several heaps", "./tricolor run churn", "--headroom 1.5,2,3,6");
        assertThat(one.lines()).isEmpty();
    }

    @Test
    void points_areMultiplesOfTheSmallest_byLine() {
        Headroom h = of(new Rows()
                .smallest(20)
                .ran("g1", 17, 120, 1, 100, 0, 1, 0)
                .ran("g1", 17, 40, 1, 200, 0, 1, 0)
                .ran("g1", 25, 40, 1, 300, 0, 1, 0));
        assertThat(h.unit()).isEqualTo(Unit.MULTIPLE);
        assertThat(h.lines()).extracting(Headroom.Line::line).containsExactly("g1-17", "g1-25");
        assertThat(h.lines().get(0).points()).extracting(Headroom.Point::x).containsExactly(2.0, 6.0);
        assertThat(h.live()).isNull();
        assertThat(h.liveOf()).isEqualTo("no setup measured its live set");
    }

    @Test
    void withoutMultiples_theAxisIsBytes() {
        Headroom h = of(new Rows().ran("g1", 17, 64, 1, 100, 0, 1, 0).ran("g1", 17, 128, 1, 50, 0, 1, 0));
        assertThat(h.unit()).isEqualTo(Unit.BYTES);
        assertThat(h.lines().get(0).points())
                .extracting(Headroom.Point::x)
                .containsExactly(64.0 * (1 << 20), 128.0 * (1 << 20));
    }

    @Test
    void lineThatFallsEverywhere_needsNoRemark() {
        Rows rows = twice(twice(new Rows(), 64, 300, 310), 128, 200, 210);
        assertThat(of(rows).remarks().get("lbo-time")).isEmpty();
        assertThat(of(rows).remarks().get("throughput")).isEmpty();
    }

    /** Means 205 and 206, deviation 7: the intervals hold each other. */
    @Test
    void lineThatDoesNotFall_withOverlappingIntervals_isPutDownToThem() {
        List<Remark> remarks = of(twice(twice(new Rows(), 64, 200, 210), 128, 201, 211))
                .remarks()
                .get("lbo-time");
        assertThat(remarks).singleElement().satisfies(r -> {
            assertThat(r.why()).isEqualTo(Why.OVERLAP);
            assertThat(r.from()).isEqualTo(64.0 * (1 << 20));
            assertThat(r.label()).isEqualTo("G1 17");
        });
    }

    @Test
    void lineThatRises_withIntervalsApart_isSaidToRise() {
        Headroom h = of(twice(twice(new Rows(), 64, 200, 200), 128, 300, 300));
        assertThat(h.remarks().get("lbo-time")).extracting(Remark::why).containsExactly(Why.APART);
        assertThat(h.remarks().get("throughput")).extracting(Remark::why).containsExactly(Why.APART);
    }

    @Test
    void singleInvocations_canNotBeToldFromChance() {
        Headroom h = of(new Rows().ran("g1", 17, 64, 1, 100, 0, 1, 0).ran("g1", 17, 128, 1, 100, 0, 1, 0));
        assertThat(h.remarks().get("lbo-time")).extracting(Remark::why).containsExactly(Why.SINGLE);
    }

    @Test
    void heapWithoutASuccess_isAGapWithItsReason() {
        Headroom h = of(new Rows()
                .smallest(32)
                .ran("g1", 17, 64, 1, 100, 0, 1, 0)
                .died("zgc", 17, 32, 1, "out of memory")
                .waiting("zgc", 17, 64, 1));
        assertThat(h.gaps())
                .containsExactly(
                        new Headroom.Gap("zgc-17", "ZGC 17", 1.0, "1 × out of memory"),
                        new Headroom.Gap("zgc-17", "ZGC 17", 2.0, "not run yet"));
        assertThat(h.lines().get(1).points()).isEmpty();
    }
}
