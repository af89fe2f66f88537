package dev.tricolor.dashboard.web.panel;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tricolor.dashboard.gc.Interval;
import dev.tricolor.dashboard.web.panel.PanelDelta.Rows;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What goes over the wire, and what is left out of it. */
class PanelDeltaTest {

    private static final PanelSpec SPEC = new HeldUpPanel().spec();

    @Test
    void same_isNothing() {
        assertThat(PanelDelta.between(points(1, 2, 3), points(1, 2, 3))).isEmpty();
    }

    @Test
    void first_isEverything() {
        assertThat(rows(null, points(1, 2))).extracting(Rows::drop, Rows::keep).containsExactly(0, 0);
    }

    @Test
    void later_isAppended() {
        Rows r = rows(points(1, 2), points(1, 2, 3));
        assertThat(r).extracting(Rows::drop, Rows::keep).containsExactly(0, 2);
        assertThat(r.rows().rows()).isEqualTo(1);
        assertThat(r.rows().x(0)).isEqualTo(3);
    }

    @Test
    void movingWindow_dropsFromTheFront() {
        assertThat(rows(points(1, 2, 3), points(2, 3, 4)))
                .extracting(Rows::drop, Rows::keep)
                .containsExactly(1, 2);
    }

    @Test
    void lateRowInBetween_isSentWithAllBehindIt() {
        Rows r = rows(points(1, 3), points(1, 2, 3));
        assertThat(r).extracting(Rows::drop, Rows::keep).containsExactly(0, 1);
        assertThat(r.rows().rows()).isEqualTo(2);
    }

    @Test
    void changedValue_isSentAgain() {
        PointsBuilder other = new PointsBuilder(SPEC).add(1, Map.of("pause", 99.0), "x");
        assertThat(rows(points(1), other.build())).extracting(Rows::keep).isEqualTo(0);
    }

    @Test
    void thinning_keepsTheLargestOfEachSeriesAndCountsTheRest() {
        PointsBuilder many = new PointsBuilder(SPEC);
        for (int i = 0; i < 50_000; i++) {
            many.add(
                    i / 100.0,
                    Map.of(i % 2 == 0 ? "pause" : "stall", i == 20_000 ? 1e9 : i % 2 == 0 ? 10.0 : 1e6),
                    null);
        }
        Points p = many.keepLargest(new Interval(Instant.EPOCH, Instant.ofEpochSecond(500)))
                .build();
        assertThat(p.rows()).isLessThan(45_000);
        assertThat(p.rows() + p.leftOut()).isEqualTo(50_000);
        double longest = 0;
        int pauses = 0;
        for (int i = 0; i < p.rows(); i++) {
            double pause = p.y("pause", i);
            longest = Double.isNaN(pause) ? longest : Math.max(longest, pause);
            pauses += Double.isNaN(pause) ? 0 : 1;
        }
        assertThat(longest).isEqualTo(1e9);
        assertThat(pauses).as("short pauses beside long stalls").isGreaterThan(5_000);
    }

    private static Points points(double... xs) {
        PointsBuilder b = new PointsBuilder(SPEC);
        for (double x : xs) {
            b.add(x, Map.of("pause", x * 10), "p" + x);
        }
        return b.build();
    }

    private static Rows rows(Points before, Points now) {
        return (Rows) PanelDelta.between(before, now).orElseThrow();
    }
}
