package dev.tricolor.dashboard.control;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The forms and bounds that the workloads themselves take. */
class KnobValueTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    private static JsonNode knob(String kind, long min, long max) {
        return JSON.createObjectNode()
                .put("name", "knob")
                .put("kind", kind)
                .put("min", min)
                .put("max", max);
    }

    @ParameterizedTest
    @CsvSource({
        "count, 1, 5000000, 5m",
        "count, 1, 5000000, 1.5k",
        "bytes, 1024, 1048576, 1m",
        "share, 0, 1000000, 100%",
        "share, 0, 1000000, 0.01",
        "duration, 1000000, 60000000000, 1m",
        "duration, 1000000, 60000000000, 250ms",
        "heap_bytes, 65536, 1048576, 64k",
        "heap_bytes, 65536, 1048576, 45%",
        "text, 0, 0, spring",
    })
    void whatTheWorkloadsTake_isTaken(String kind, long min, long max, String value) {
        assertThat(KnobValue.wrong(knob(kind, min, max), value)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "count, 1, 5000000, 0",
        "count, 1, 5000000, 5001k",
        "count, 1, 5000000, 1.5",
        "count, 1, 5000000, -1",
        "count, 1, 5000000, 1e3",
        "bytes, 1024, 1048576, 1025k",
        "share, 0, 1000000, 101%",
        "duration, 1000000, 60000000000, 5",
        "heap_bytes, 65536, 1048576, 100%",
        "heap_bytes, 65536, 1048576, 63k",
        "text, 0, 0, ../sizes",
        "text, 0, 0, --seed=1",
    })
    void whatTheyRefuse_isRefused(String kind, long min, long max, String value) {
        assertThat(KnobValue.wrong(knob(kind, min, max), value)).isPresent();
    }
}
