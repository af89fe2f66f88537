package dev.tricolor.workloads.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class SlicesTest {

    /** One operation a nanosecond, in steps of that many. */
    private static Slices worked(long operations, int step, long start) {
        Slices slices = new Slices();
        slices.begin(operations, step, start);
        for (long done = step; done < operations; done += step) {
            slices.reached(done, start + done);
        }
        slices.reached(operations, start + operations);
        return slices;
    }

    @Test
    void evenWork_hasEvenSlices_andTheyAddUp() {
        List<Long> slices = Slices.mean(List.of(worked(2000, 10, 5), worked(2000, 10, 7)));

        assertThat(slices).hasSize(Slices.COUNT).containsOnly(100L);
    }

    @Test
    void workThatTwentyDoesNotDivide_addsUpToo() {
        List<Long> slices = Slices.mean(List.of(worked(2017, 7, 0)));

        assertThat(slices).hasSize(Slices.COUNT);
        assertThat(slices.stream().mapToLong(Long::longValue).sum()).isEqualTo(2017);
    }

    @Test
    void workBoundedByTime_hasNone() {
        assertThat(Slices.mean(List.of(worked(2000, 10, 0), new Slices()))).isEmpty();
    }

    @Test
    void fewerStepsThanSlices_haveNone() {
        assertThat(Slices.mean(List.of(worked(19, 1, 0)))).isEmpty();
    }
}
