package dev.tricolor.dashboard.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.tricolor.dashboard.Needs;
import dev.tricolor.dashboard.run.CollectorChoice;
import dev.tricolor.dashboard.run.Jdk;
import dev.tricolor.dashboard.run.Jdks;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The whole path once: the packaged jar, its dashboard, and a JVM for every collector of every JDK found. */
class DemoIT {
    @TempDir
    Path folder;

    @Test
    void demo_hasARowForEveryCollector_withTheSameChecksumAndCycles() throws Exception {
        Needs.jdk(25);
        Needs.go();
        Packaged demo = Packaged.run(
                folder,
                "demo",
                "--exit",
                "--json",
                "--ops",
                "1m",
                "--heap",
                "128m",
                "--port",
                "0",
                "--data",
                folder.resolve("data").toString());

        assertThat(demo.exitCode()).as(demo.err()).isZero();
        JsonNode answer = new ObjectMapper().readTree(demo.out());
        List<JsonNode> rows = new ArrayList<>();
        answer.path("rows").forEach(rows::add);
        assertThat(rows)
                .extracting(row -> row.path("runtime").asText().replaceFirst("^1\\..*", "Go") + " "
                        + row.path("collector").asText() + row.path("tuning").asText())
                .containsExactlyElementsOf(expected());
        assertThat(rows).allSatisfy(row -> {
            assertThat(row.path("outcome").asText()).isEqualTo("ok");
            assertThat(row.path("checksum").asText())
                    .isEqualTo(rows.get(0).path("checksum").asText());
            assertThat(row.path("cycles").asLong()).isPositive();
            assertThat(row.path("pauses").asLong()).isPositive();
            assertThat(row.path("gcCpuShare").isNumber())
                    .as(row.path("missing").toString())
                    .isTrue();
            assertThat(row.path("sessionEnded").asBoolean()).isTrue();
        });

        Packaged sessions = Packaged.run(
                folder, "sessions", "--json", "--data", folder.resolve("data").toString());
        assertThat(new ObjectMapper().readTree(sessions.out()))
                .as(sessions.err())
                .hasSize(rows.size());
        String id = rows.get(0).path("session").asText();
        Packaged show = Packaged.run(
                folder,
                "show",
                id.substring(0, 13),
                "--json",
                "--data",
                folder.resolve("data").toString());
        assertThat(new ObjectMapper().readTree(show.out()).at("/session/id").asText())
                .as(show.err())
                .isEqualTo(id);
    }

    private static List<String> expected() {
        List<String> rows = new ArrayList<>();
        for (Jdk jdk : Jdks.find().usable()) {
            for (CollectorChoice choice : CollectorChoice.values()) {
                if (choice != CollectorChoice.EPSILON
                        && Machine.collectors().supported(jdk).contains(choice)) {
                    rows.add(jdk.feature() + " " + choice.id());
                }
            }
        }
        List.of("50", "100", "200").forEach(gogc -> rows.add("Go gogogc=" + gogc));
        return rows;
    }
}
