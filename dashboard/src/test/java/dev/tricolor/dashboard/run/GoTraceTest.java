package dev.tricolor.dashboard.run;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;

class GoTraceTest {
    private static final String SECOND =
            "gc 2 @0.031s 4%: 0.021+1.3+0.018 ms clock, 0.042+0.31/1.0/0+0.037 ms cpu, 7->9->5 MB, 8 MB goal, 0 MB stacks,"
                    + " 0 MB globals, 2 P";
    private static final String FORCED =
            "gc 3 @0.142s 3%: 0.018+2.5+0.005 ms clock, 0.037+0/2.4/0+0.010 ms cpu, 6->6->4 MB, 11 MB goal, 0 MB stacks,"
                    + " 0 MB globals, 2 P (forced)";

    private final GoTrace trace = new GoTrace();

    @Test
    void takesTheRuntimesLinesAndNoOthers() throws Exception {
        assertThat(trace.test(SECOND)).isTrue();
        assertThat(trace.test("GC forced")).isTrue();
        assertThat(trace.test(FORCED)).isTrue();
        assertThat(trace.test("gc went well today")).isFalse();
        assertThat(trace.test("tricolor-workloads: no knob \"x\"")).isFalse();

        assertThat(trace.logLines())
                .as("what announces a periodic cycle too: its cause")
                .hasSize(3);
        JsonNode line = new ObjectMapper().readTree(trace.logLines().get(2));
        assertThat(line.path("t").asText()).isEqualTo("gctrace");
        assertThat(line.path("line").asText()).isEqualTo(FORCED);
        assertThat(line.path("at").asLong()).isPositive();
    }

    @Test
    void peakIsTheLargestHeapAtTheEndOfAMark_roundedUp() {
        assertThat(trace.peakHeapBytes()).isEmpty();
        trace.test(SECOND);
        trace.test(FORCED);
        assertThat(trace.peakHeapBytes()).hasValue(10L << 20);
    }
}
