package dev.tricolor.dashboard.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.tricolor.dashboard.results.PlannedRow;
import dev.tricolor.dashboard.results.RowRecord;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class RunRowsTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String SUMMARY = """
            {"cycles":{"count":{"value":54,"unit":"count","instrument":"i"}},
             "pauses":{"count":{"value":162,"unit":"count","instrument":"i"},
                       "sum":{"value":2550000,"unit":"ns","instrument":"i"},
                       "max":{"value":36000,"unit":"ns","instrument":"i"}},
             "stalls":{"sum":{"missing":"G1 reports no stalls"}},
             "cpu":{"gcShare":{"value":0.487,"unit":"share","instrument":"i"}},
             "peakRss":{"value":251658240,"unit":"bytes","instrument":"i"}}""";

    private static final RowRecord GOOD = result(
            "g1",
            "ok",
            json("{\"operations\":12000000,\"elapsedNs\":1540000000,\"checksum\":\"0848\"}"),
            new UUID(0, 1).toString(),
            json(SUMMARY));

    private static final RowRecord DEAD = result("epsilon", "out of memory", null, null, null);

    private static RowRecord result(
            String collector, String outcome, JsonNode result, String session, JsonNode summary) {
        PlannedRow row =
                new PlannedRow(1, "churn", List.of(), collector, "25", "25.0.3", "jdk", "", 160L << 20, null, 1, false);
        return new RowRecord(row, outcome, "", 1, "1970-01-01T00:00:00Z", session, true, result, summary);
    }

    private static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (java.io.IOException e) {
            throw new IllegalArgumentException(e);
        }
    }

    @Test
    void table_hasARowForEachRun_theDeadToo() {
        assertThat(RunRows.table(List.of(GOOD, DEAD), false)).isEqualTo("""
                runtime  collector  elapsed     ops/s   cycles   pauses  pause sum  pause max  stall sum   GC CPU  peak RSS  checksum  outcome
                25       g1          1.54 s  7.79 M/s       54      162    2.55 ms    36.0 µs    n/a [1]   48.7 %   240 MiB  0848      ok
                25       epsilon          -         -  n/a [2]  n/a [2]    n/a [2]    n/a [2]    n/a [2]  n/a [2]   n/a [2]  -         out of memory

                [1] G1 reports no stalls
                [2] the child's agent did not reach the dashboard
                """);
    }

    @Test
    void json_hasNumbersOrNullWithTheReason() {
        JsonNode row = RunRows.json(GOOD);

        assertThat(row.path("collector").asText()).isEqualTo("g1");
        assertThat(row.path("jdk").asInt()).isEqualTo(25);
        assertThat(row.path("checksum").asText()).isEqualTo("0848");
        assertThat(row.path("cycles").asLong()).isEqualTo(54);
        assertThat(row.path("pauseMaxNs").asLong()).isEqualTo(36_000);
        assertThat(row.path("stallSumNs").isNull()).isTrue();
        assertThat(row.at("/missing/stallSumNs").asText()).isEqualTo("G1 reports no stalls");
        assertThat(row.path("heapBytes").asLong()).isEqualTo(160L << 20);
        assertThat(row.path("session").asText()).isEqualTo("00000000-0000-0000-0000-000000000001");
    }

    @Test
    void json_ofADeadRow_saysHowItEnded() {
        JsonNode row = RunRows.json(DEAD);

        assertThat(row.path("outcome").asText()).isEqualTo("out of memory");
        assertThat(row.path("checksum").isNull()).isTrue();
        assertThat(row.path("session").isNull()).isTrue();
        assertThat(row.path("cycles").isNull()).isTrue();
    }
}
