package dev.tricolor.dashboard.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The Go lab's JSON over real HTTP. */
class LabApiTest {

    @TempDir
    Path folder;

    private WebFixture web;

    @BeforeEach
    void start() throws Exception {
        web = WebFixture.start(folder.resolve("data"));
    }

    @AfterEach
    void stop() {
        web.close();
    }

    @Test
    void guideMode_saysWhatTheGuideSays() throws Exception {
        JsonNode run = web.json("/api/lab/pacer?model=guide&gogc=100");
        assertThat(String.format(Locale.ROOT, "%.2f", run.path("seconds").asDouble()))
                .isEqualTo("10.68");
        assertThat(String.format(Locale.ROOT, "%.1f", 100 * run.path("gcShare").asDouble()))
                .isEqualTo("6.4");
        assertThat(run.path("peakMemoryBytes").asLong()).isEqualTo(40L << 20);
    }

    @Test
    void pacer_answersAPanelThatThePageCanDraw() throws Exception {
        JsonNode run = web.json("/api/lab/pacer?gogc=off&limit=60000000&seconds=30");
        int rows = run.path("x").size();
        assertThat(rows).isGreaterThan(20);
        for (JsonNode series : run.at("/panel/series")) {
            String id = series.path("id").asText();
            assertThat(id.equals("real") ? rows : run.at("/y/" + id).size())
                    .as(id)
                    .isEqualTo(rows);
        }
        assertThat(run.path("cycles").asInt()).isPositive();
        assertThat(run.path("peakMemoryBytes").asDouble()).isLessThan(60_000_000);
    }

    @Test
    void manyCycles_areThinned_andTheNumberLeftOutIsTold() throws Exception {
        JsonNode run = web.json("/api/lab/pacer?gogc=10&rate=1073741824&seconds=30&processors=8&busy=4");
        assertThat(run.path("x").size()).isLessThanOrEqualTo(2000);
        assertThat(run.path("leftOut").asInt()).isPositive();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "gogc=-5",
                "gogc=NaN",
                "gogc=many",
                "gogc=1e300",
                "limit=-1",
                "limit=NaN",
                "live=-1",
                "live=1e40",
                "rate=0",
                "processors=0",
                "seconds=1e9",
                "model=java",
                "scan=x",
                "busy=0"
            })
    void nonsense_isRefusedWithAReason(String query) throws Exception {
        HttpResponse<String> answer = web.get("/api/lab/pacer?" + query);
        assertThat(answer.statusCode()).isEqualTo(400);
        String name = query.substring(0, query.indexOf('='));
        assertThat(WebFixture.JSON.readTree(answer.body()).path("detail").asText())
                .contains(name);
    }

    @Test
    void whatIf_saysWhyThereIsNothing() throws Exception {
        String id = web.open("fresh", Map.of()).meta().id().toString();
        JsonNode body = web.json("/api/sessions/" + id + "/what-if?share=5");
        assertThat(body.at("/whatIf/measured/missing").asText()).contains("no data yet");
        assertThat(body.at("/forGcShare/missing").asText()).isNotEmpty();
        assertThat(web.get("/api/sessions/" + id + "/what-if?share=0").statusCode())
                .isEqualTo(400);
        assertThat(web.get("/api/sessions/" + id + "/what-if?share=x").statusCode())
                .isEqualTo(400);
        assertThat(web.get("/api/sessions/00000000-0000-0000-0000-000000000000/what-if")
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void page_isServed() throws Exception {
        assertThat(web.get("/go-lab").body()).contains("go-lab.js");
    }
}
