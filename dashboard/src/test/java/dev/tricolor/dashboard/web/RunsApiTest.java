package dev.tricolor.dashboard.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tricolor.dashboard.RecordedRun;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs over real HTTP, on a real run from disk whose recordings are gone. */
class RunsApiTest {
    private static final String RUN = "/api/runs/" + RecordedRun.ID;

    @TempDir
    Path folder;

    private WebFixture web;

    @BeforeEach
    void start() throws Exception {
        RecordedRun.into(folder);
        web = WebFixture.start(folder);
    }

    @AfterEach
    void stop() {
        web.close();
    }

    @Test
    void list_saysWhatWasPlannedAndWhatIsFinished() throws Exception {
        JsonNode runs = web.json("/api/runs").path("runs");
        assertThat(runs).hasSize(1);
        assertThat(runs.at("/0/id").asText()).isEqualTo(RecordedRun.ID);
        assertThat(runs.at("/0/workloads/0").asText()).isEqualTo("churn");
        assertThat(runs.at("/0/planned").asInt()).isEqualTo(24);
        assertThat(runs.at("/0/finished").asInt()).isEqualTo(24);
        assertThat(runs.at("/0/ok").asInt()).isEqualTo(21);
    }

    @Test
    void run_hasItsHeaderAndItsEvidence_asTheCommandLineGivesIt() throws Exception {
        JsonNode run = web.json(RUN);
        assertThat(run.at("/header/baseline/collector").asText()).isEqualTo("g1");
        JsonNode setups = run.at("/evidence/setups");
        assertThat(setups).hasSize(8);
        // elapsed of serial in the larger heap, from results.jsonl: 161,008,918, 627,343,440 and 597,158,405 ns
        JsonNode serial = null;
        for (JsonNode s : setups) {
            serial = s.path("key").asText().equals("churn/serial-25/" + RecordedRun.LARGE_HEAP) ? s : serial;
        }
        assertThat(serial.at("/metrics/elapsed/value/mean").asDouble())
                .isEqualTo((161008918.0 + 627343440 + 597158405) / 3);
        assertThat(serial.at("/metrics/elapsed/value/n").asInt()).isEqualTo(3);
    }

    @Test
    void results_areTheFileItself_andNumbersComeInTwoForms() throws Exception {
        HttpResponse<String> results = web.get(RUN + "/results.jsonl");
        assertThat(results.body().lines()).hasSize(24);
        assertThat(results.headers().firstValue("Content-Type").orElseThrow()).startsWith("application/x-ndjson");

        List<String> csv = web.get(RUN + "/numbers.csv").body().lines().toList();
        JsonNode numbers = web.json(RUN + "/numbers.json").path("numbers");
        assertThat(csv).hasSize(numbers.size() + 1);
        for (int i = 0; i < numbers.size(); i++) {
            assertThat(csv.get(i + 1))
                    .startsWith("churn," + numbers.get(i).path("setup").asText() + ",")
                    .contains("," + numbers.get(i).path("metric").asText() + ",");
        }
    }

    @Test
    void contrast_ofARunWithSeveralInvocations_isItsMatrix() throws Exception {
        JsonNode page = web.json("/api/contrast");
        assertThat(page.path("run").asText()).isEqualTo(RecordedRun.ID);
        assertThat(page.at("/matrix/heap").asLong()).isEqualTo(RecordedRun.LARGE_HEAP);
        assertThat(page.at("/matrix/rows")).hasSize(4);
        assertThat(page.path("rows")).as("recordings that are still there").isEmpty();
        JsonNode small =
                web.json("/api/contrast?heap=" + RecordedRun.SMALL_HEAP).at("/matrix/rows");
        assertThat(small.findValuesAsText("outcomes")).contains("3 × out of memory");
        assertThat(web.json("/api/contrast?heap=all").at("/matrix/rows")).hasSize(8);
        assertThat(page.at("/matrix/headroom/gaps/0/why").asText()).isEqualTo("3 × out of memory");
    }

    @Test
    void whatThereIsNot_isAProblemThatSaysWhatThereIs() throws Exception {
        assertThat(web.get("/api/runs/nosuch").statusCode()).isEqualTo(404);
        assertThat(web.get("/api/runs/..%2f..").statusCode()).isIn(400, 404);
        HttpResponse<String> heap = web.get("/api/contrast/live?heap=12");
        assertThat(heap.statusCode()).isEqualTo(400);
        assertThat(heap.body()).contains("it has " + RecordedRun.SMALL_HEAP + ", " + RecordedRun.LARGE_HEAP);
        assertThat(web.get("/api/contrast?baseline=zgc-17").body()).contains("it has serial-25, g1-25, zgc-25");
    }
}
