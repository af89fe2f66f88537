package dev.tricolor.dashboard.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.tricolor.dashboard.Needs;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Real Go beside a real JVM: the same work, and what GOGC does to it. */
class GoRunIT {
    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    Path folder;

    private JsonNode run(String... more) throws Exception {
        List<String> args = new ArrayList<>(List.of("run", "churn", "--ops", "3m", "--jdk", "17"));
        args.addAll(List.of(more));
        args.addAll(List.of(
                "--json", "--port", "0", "--data", folder.resolve("data").toString()));
        Packaged run = Packaged.run(folder, args.toArray(String[]::new));
        assertThat(run.exitCode()).as(run.err()).isZero();
        return JSON.readTree(run.out());
    }

    private static List<JsonNode> rows(JsonNode run, String collector) {
        List<JsonNode> rows = new ArrayList<>();
        run.path("rows").forEach(row -> {
            if (row.path("collector").asText().equals(collector)) {
                rows.add(row);
            }
        });
        return rows;
    }

    private static double figure(JsonNode row, String path) {
        JsonNode figure = row.at("/summary" + path);
        assertThat(figure.path("value").isNumber()).as(path + " " + figure).isTrue();
        return figure.path("value").asDouble();
    }

    @Test
    void go_doesTheSameWork_andTradesMemoryForCpuByGogc() throws Exception {
        Needs.go();
        JsonNode run = run("--gc", "g1,go", "--heap", "128m", "--gogc", "50,400");

        JsonNode jvm = rows(run, "g1").get(0);
        List<JsonNode> go = rows(run, "go");
        assertThat(go).hasSize(2).allSatisfy(row -> {
            assertThat(row.path("checksum").asText())
                    .isEqualTo(jvm.path("checksum").asText());
            assertThat(row.at("/result/requestedBytes").asLong())
                    .isEqualTo(jvm.at("/result/requestedBytes").asLong());
            assertThat(row.at("/result/processAllocatedBytes").asLong())
                    .isGreaterThan(row.at("/result/requestedBytes").asLong());
            double cycles = figure(row, "/cycles/count");
            assertThat(cycles).isCloseTo(row.at("/result/numGC").asDouble(), within(1.0));
            assertThat(figure(row, "/pauses/count"))
                    .as("two for each cycle, those at the edges cut")
                    .isCloseTo(2 * cycles, within(2.0));
            double told = row.at("/result/processCpuNs").asDouble();
            assertThat(figure(row, "/cpu/process")).isCloseTo(told, within(told / 20 + 50e6));
        });
        JsonNode low = go.get(0);
        JsonNode high = go.get(1);
        assertThat(figure(low, "/cycles/count")).isGreaterThan(2 * figure(high, "/cycles/count"));
        assertThat(figure(low, "/heap/peakUsed")).isLessThan(figure(high, "/heap/peakUsed"));
        assertThat(figure(low, "/heap/effectiveGogc")).isBetween(25.0, 100.0);
    }

    @Test
    void equalMemory_givesTheJvmTheHeapThatGoUsed() throws Exception {
        Needs.go();
        JsonNode run = run("--gc", "serial,go", "--gogc", "100", "--equal-memory");

        JsonNode jvm = rows(run, "serial").get(0);
        JsonNode go = rows(run, "go").get(0);
        long heap = go.path("heapBytes").asLong();
        assertThat(jvm.path("heapBytes").asLong()).isEqualTo(heap).isPositive();
        assertThat(jvm.at("/result/heapMaxBytes").asLong()).isCloseTo(heap, within(heap / 8)); // less a survivor space
        assertThat(figure(go, "/heap/peakUsed")).isCloseTo(heap, within(heap / 4.0));
        assertThat(go.path("checksum").asText()).isEqualTo(jvm.path("checksum").asText());
    }

    @Test
    void memoryLimit_canBeTheJvmsHeap() throws Exception {
        Needs.go();
        JsonNode run = run("--gc", "serial,go", "--heap", "160m", "--gogc", "off", "--memlimit", "heap");

        JsonNode go = rows(run, "go").get(0);
        assertThat(go.path("heapBytes").asLong()).isEqualTo(160L << 20);
        assertThat(go.at("/result/memlimit").asLong()).isEqualTo(160L << 20);
        assertThat(go.at("/result/gogc").asInt()).isEqualTo(-1);
        assertThat(figure(go, "/cycles/count")).isPositive();
    }
}
