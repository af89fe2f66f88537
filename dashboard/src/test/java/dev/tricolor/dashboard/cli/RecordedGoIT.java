package dev.tricolor.dashboard.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tricolor.dashboard.RealRecording;
import dev.tricolor.dashboard.results.PlannedRow;
import dev.tricolor.dashboard.results.RowRecord;
import dev.tricolor.dashboard.watch.IngestClient;
import dev.tricolor.dashboard.web.WebOptions;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The Go runs that ship with Tricolor, beside real local sessions in a real dashboard: shown, and compared with nothing. */
class RecordedGoIT {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int BLOCK = 512 << 10;
    private static final String RUN = "20260101-000000";
    private static final List<String> THE_DEMOS = List.of("--ops=40m");

    @TempDir
    Path data;

    private Dashboard dashboard;
    private DashboardClient client;

    @BeforeEach
    void start() throws Exception {
        dashboard = Dashboard.start(
                DataFolder.take(data).orElseThrow(), WebOptions.defaults().withPort(0));
        client = new DashboardClient(dashboard.uri(), Optional.empty());
    }

    @AfterEach
    void end() throws Exception {
        dashboard.close();
    }

    /**
     * What-if against measurement for a program that never waits: the runs at GOGC 50 and 200, foretold from the one at 100. One
     * run each; for means of five the error is smaller (docs/go-lab.md).
     */
    @Test
    void whatIf_foretellsOneRunFromAnother() throws Exception {
        Map<String, JsonNode> whatIf = new HashMap<>();
        for (RecordedGo.Added a : new BesideRun(List.of(), true)
                .addTo(client, RUN, List.of(row(THE_DEMOS, RecordedGo.shipped().checksum())))
                .elsewhere()) {
            whatIf.put(a.gogc(), get("api/sessions/" + a.session() + "/what-if").path("whatIf"));
        }
        for (String gogc : List.of("50", "200")) {
            double measured = whatIf.get(gogc).at("/measuredGcShare/value").asDouble();
            double foretold = 0;
            for (JsonNode r : whatIf.get("100").path("rows")) {
                foretold = r.path("gogc").asInt() == Integer.parseInt(gogc)
                        ? r.path("gcShare").asDouble()
                        : foretold;
            }
            System.out.printf(
                    Locale.ROOT,
                    "GOGC %s from 100, at full speed: %.1f %% GC CPU foretold, %.1f %% measured, error %+.1f %%%n",
                    gogc,
                    100 * foretold,
                    100 * measured,
                    100 * (foretold / measured - 1));
            assertThat(Math.abs(foretold / measured - 1)).isLessThanOrEqualTo(0.25);
        }
        assertThat(whatIf.values())
                .as("the same program keeps the same, whatever GOGC lets its cycles mark")
                .allSatisfy(w -> assertThat(w.at("/measured/value/liveBytes").asDouble() / (1 << 20))
                        .isBetween(45.0, 55.0));
    }

    @Test
    void contrastMarksThem_andHoldsNoneAgainstTheLocalOnes() throws Exception {
        local("here one");
        local("here two");
        BesideRun.Said said = new BesideRun(List.of(), true)
                .addTo(client, RUN, List.of(row(THE_DEMOS, RecordedGo.shipped().checksum())));

        assertThat(said.elsewhere()).extracting(RecordedGo.Added::gogc).containsExactly("50", "100", "200");
        assertThat(said.lines()).singleElement().asString().contains("recorded elsewhere: ", "not compared");
        JsonNode contrast = get("api/contrast?run=" + RUN);
        List<JsonNode> elsewhere = new ArrayList<>();
        List<JsonNode> here = new ArrayList<>();
        contrast.path("rows").forEach(r -> (r.path("elsewhere").asText().isEmpty() ? here : elsewhere).add(r));
        assertThat(here)
                .hasSize(2)
                .allSatisfy(
                        r -> // two equal ones: a mark would come from the others
                        assertThat(r.path("cells").findValuesAsText("mark")).containsOnly(""));
        assertThat(elsewhere).hasSize(3).allSatisfy(r -> {
            assertThat(r.path("elsewhere").asText())
                    .matches("recorded elsewhere: .+, \\d{4}-\\d\\d-\\d\\d, .*load average [\\d.]+ to [\\d.]+");
            assertThat(r.path("label").asText()).startsWith("Go 1.").endsWith(", elsewhere");
            assertThat(r.path("cells").findValuesAsText("mark")).containsOnly("");
            assertThat(r.at("/cells/throughput/parts")).isNotEmpty();
            assertThat(r.at("/cells/gc-cpu/parts")).isNotEmpty();
        });
        assertThat(contrast.at("/heading/sessions").asInt()).isEqualTo(2);
        assertThat(contrast.at("/heading/elsewhere").asInt()).isEqualTo(3);
        assertThat(byId(contrast.path("panels"), "mmu").path("series").findValuesAsText("label"))
                .anySatisfy(label -> assertThat(label).endsWith(", elsewhere"));
        assertThat(get("api/runs").toString()).doesNotContain("elsewhere"); // no rows, so no evidence
    }

    @Test
    void eachRecordingIsTheDemosWork_withBothPausesOfEachCycle() throws Exception {
        RecordedGo shipped = RecordedGo.shipped();
        assertThat(shipped.isOf("churn", THE_DEMOS)).isTrue();
        for (RecordedGo.Added added : shipped.addTo(client, RUN)) {
            JsonNode summary = client.session(added.session()).path("summary");
            assertThat(summary.at("/work/checksum/value").asText()).isEqualTo(shipped.checksum());
            long cycles = summary.at("/cycles/count/value").asLong();
            assertThat(cycles).isGreaterThan(10);
            assertThat(summary.at("/pauses/count/value").asLong()).isBetween(2 * cycles - 2, 2 * cycles + 2);
        }
    }

    @Test
    void theyGoWithTheirRun() throws Exception {
        RecordedGo.shipped().addTo(client, RUN);
        RecordedGo.shipped().addTo(client, "another");
        new ClientSessions(client).forget(RUN);
        assertThat(client.find(Map.of("label.run", RUN))).isEmpty();
        assertThat(client.find(Map.of("label.run", "another"))).hasSize(3);
    }

    @Test
    void otherWork_isNotShownBesideThem() throws Exception {
        BesideRun beside = new BesideRun(List.of("first"), true);
        assertThat(beside.addTo(client, RUN, List.of(row(List.of("--ops=3m"), "x")))
                        .lines())
                .containsExactly(
                        "first", "no recorded Go runs of this work: there are those of the demo without --ops");
        assertThat(beside.addTo(client, RUN, List.of(row(THE_DEMOS, "another"))).lines())
                .last()
                .asString()
                .contains("are of other work");
        assertThat(client.sessions()).isEmpty();
    }

    private void local(String name) throws Exception {
        IngestClient session = new IngestClient(client.agentAddress(), Optional.empty(), Duration.ofSeconds(30));
        session.open(new IngestClient.Opening(name, "jvm", "jfr", "here", 1, Map.of("run", RUN)));
        byte[] recording = RealRecording.bytes();
        for (int from = 0; from < recording.length; from += BLOCK) {
            session.append(from, Arrays.copyOfRange(recording, from, Math.min(recording.length, from + BLOCK)));
        }
        session.end("exit");
    }

    private static RowRecord row(List<String> arguments, String checksum) {
        ObjectNode result = JsonNodeFactory.instance.objectNode().put("checksum", checksum);
        return new RowRecord(planned(arguments), "ok", "", 1, "2026-01-01T00:00:00Z", null, false, result, null);
    }

    private static PlannedRow planned(List<String> arguments) {
        return new PlannedRow(1, "churn", arguments, "g1", "17", "17.0.1", "/jdk", "", 160L << 20, null, 1, false);
    }

    private JsonNode get(String path) throws Exception {
        return JSON.readTree(HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create(client.base() + path)).build(),
                        HttpResponse.BodyHandlers.ofString())
                .body());
    }

    private static JsonNode byId(JsonNode all, String id) {
        for (JsonNode each : all) {
            if (each.path("id").asText().equals(id)) {
                return each;
            }
        }
        throw new AssertionError("no " + id);
    }
}
