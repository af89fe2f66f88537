package dev.tricolor.dashboard.web.matrix;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tricolor.dashboard.evidence.Metric.Better;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Only what lies apart from all others is best or worst. */
class MarksTest {

    /** An interval for each pair of ends. */
    private static List<Optional<Bounds>> intervals(double... ends) {
        return IntStream.range(0, ends.length / 2)
                .mapToObj(i -> Double.isNaN(ends[2 * i])
                        ? Optional.<Bounds>empty()
                        : Optional.of(new Bounds(ends[2 * i], ends[2 * i + 1])))
                .toList();
    }

    @Test
    void apart_areMarkedAtBothEnds() {
        List<Optional<Bounds>> each = intervals(1, 2, 3, 4, 5, 6);
        assertThat(Marks.of(each, Better.LOW)).containsExactly("best", "", "worst");
        assertThat(Marks.of(each, Better.HIGH)).containsExactly("worst", "", "best");
        assertThat(Marks.of(each, Better.NEITHER)).containsExactly("", "", "");
    }

    @Test
    void overlappingAtOneEnd_leaveThatEndUnmarked() {
        assertThat(Marks.of(intervals(1, 3.1, 3, 4, 5, 6), Better.LOW)).containsExactly("", "", "worst");
    }

    /** Touching intervals share a value, so chance may be all there is. */
    @Test
    void touching_areNotApart() {
        assertThat(Marks.of(intervals(1, 3, 3, 4), Better.LOW)).containsExactly("", "");
    }

    /** The lowest mean is within the wide interval of the other. */
    @Test
    void oneWideInterval_hidesTheBest() {
        assertThat(Marks.of(intervals(2, 2.1, 1, 9, 5, 6), Better.LOW)).containsExactly("", "", "");
    }

    @Test
    void withoutInterval_isNeitherMarkedNorCompared() {
        assertThat(Marks.of(intervals(1, 2, Double.NaN, 0, 3, 4), Better.LOW)).containsExactly("best", "", "worst");
        assertThat(Marks.of(intervals(1, 2, Double.NaN, 0), Better.LOW)).containsExactly("", "");
    }

    @Test
    void alone_isNotTheBest() {
        assertThat(Marks.of(intervals(1, 2), Better.LOW)).containsExactly("");
        assertThat(Marks.of(List.of(), Better.LOW)).isEmpty();
    }
}
