package dev.tricolor.dashboard.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.tricolor.dashboard.Needs;
import dev.tricolor.dashboard.web.WebOptions;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a page may ask for, and who may: the answers to requests that start nothing. */
class RunRequestsIT {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String JDK = String.valueOf(Needs.runningJdk().feature());
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    @TempDir
    static Path data;

    private static Dashboard dashboard;

    @BeforeAll
    static void start() throws IOException {
        dashboard = Dashboard.start(
                DataFolder.take(data).orElseThrow(), WebOptions.defaults().withPort(0));
    }

    @AfterAll
    static void end() throws IOException {
        dashboard.close();
    }

    private static URI uri(String path) {
        return dashboard.uri().resolve(path);
    }

    private static HttpResponse<String> post(String path, String body, String... headers) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(uri(path))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private static JsonNode posted(int status, String path, String body) throws Exception {
        HttpResponse<String> answer = post(path, body);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        return JSON.readTree(answer.body());
    }

    private static JsonNode get(String path) throws Exception {
        return JSON.readTree(HTTP.send(HttpRequest.newBuilder(uri(path)).build(), HttpResponse.BodyHandlers.ofString())
                .body());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"workloads\":[\"chrun\"]} | workloads | There is no workload \"chrun\".",
                "{} | workloads | No workload is chosen.",
                "{\"workloads\":\"churn\"} | workloads | workloads is a list of at most 64 texts.",
                "{\"workloads\":[\"churn\"],\"knobs\":{\"colour\":\"red\"}} | knobs.colour | churn has no knob \"colour\".",
                "{\"workloads\":[\"churn\"],\"knobs\":{\"ops\":\"0\"}} | knobs.ops | ops 0 is out of bounds.",
                "{\"workloads\":[\"churn\"],\"knobs\":{\"ops\":\"1m;id\"}} | knobs.ops | is not a whole number such as",
                "{\"workloads\":[\"churn\"],\"knobs\":{\"duration\":\"1\"}} | knobs.duration | is not a time such as 500ms",
                "{\"workloads\":[\"churn\"],\"knobs\":{\"rate\":\"fast\"}} | knobs.rate | is not a whole number",
                "{\"workloads\":[\"churn\"],\"knobs\":{\"sizes\":\"/etc/passwd\"}} | knobs.sizes | files can be given on the",
                "{\"workloads\":[\"churn\"],\"knobs\":{\"survival\":\"101%\"}} | knobs.survival | out of bounds",
                "{\"workloads\":[\"refs\"],\"knobs\":{\"kind\":\"strong\"}} | knobs.kind | is none of weak, soft",
                "{\"workloads\":[\"churn\"],\"collectors\":[\"g2\"]} | collectors | no collector \"g2\": one of serial",
                "{\"workloads\":[\"churn\"],\"collectors\":[\"g1-9\"]} | collectors | JDK 9 is not among those of this run",
                "{\"workloads\":[\"churn\"],\"jdks\":[\"/tmp\"]} | jdks | JDK \"/tmp\" is none of those found: ",
                "{\"workloads\":[\"churn\"],\"heaps\":[\"lots\"]} | heaps | heap \"lots\" is no size: write it like 512m",
                "{\"workloads\":[\"churn\"],\"heaps\":[\"32m\"]} | heaps | does not hold the live set of 48 MiB",
                "{\"workloads\":[\"churn\"],\"headrooms\":[\"0.5\"]} | headrooms | is no multiple of the smallest heap",
                "{\"workloads\":[\"churn\"],\"heaps\":[\"1g\"],\"headrooms\":[\"2\"]} | headrooms | not both",
                "{\"workloads\":[\"churn\"],\"repeat\":0} | repeat | repeat is a whole number from 1 to 1000.",
                "{\"workloads\":[\"churn\"],\"control\":\"yes\"} | control | control is true or false.",
                "{\"workloads\":[\"churn\"],\"baseline\":\"zgc-9\"} | baseline | is not among what runs: one of ",
                "{\"workloads\":[\"churn\"],\"pin\":\"0;id\"} | pin | is no list of processors: write it like 0 or 2-5,7",
                "{\"workloads\":[\"churn\"],\"limitMinutes\":0} | limitMinutes | is a whole number from 1 to 1440.",
                "{\"workloads\":[\"churn\"],\"flags\":[\"-Xlog\"]} | flags | There is no field \"flags\".",
            })
    void badField_isOneLineThatNamesIt_andStartsNothing(String body, String field, String says) throws Exception {
        JsonNode problem = posted(400, "/api/runs", body);

        assertThat(problem.path("field").asText()).isEqualTo(field);
        assertThat(problem.path("detail").asText()).contains(says).doesNotContain("\n");
        assertThat(get("/api/runs/earlier").path("runs")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"workloads\":[\"churn\"],\"gogc\":[\"-1\"]} | gogc | GOGC \"-1\" is no percentage",
                "{\"workloads\":[\"churn\"],\"gogc\":[\"50\"],\"memlimits\":[\"much\"]} | memlimits | memory limit \"much\" is no size",
                "{\"workloads\":[\"churn\"],\"collectors\":[\"go\"],\"greentea\":[\"2\"]} | greentea | neither on nor off",
                "{\"workloads\":[\"churn\"],\"gogc\":[\"off\"],\"equalMemory\":true} | equalMemory | needs a GOGC",
                "{\"workloads\":[\"churn\"],\"heaps\":[\"1g\"],\"gogc\":[\"50\"],\"equalMemory\":true} | equalMemory | leave heaps",
                "{\"workloads\":[\"metaspace\"],\"gogc\":[\"50\"]} | workloads | metaspace has no twin in Go",
                "{\"workloads\":[\"refs\"],\"gogc\":[\"50\"]} | knobs.kind | weak references and cleaners only: --kind weak",
                "{\"workloads\":[\"stall\"],\"gogc\":[\"50\"]} | knobs.live | share of the heap, and Go without a memory limit has none",
            })
    void whatGoHasNot_isSaidBesideItsField(String body, String field, String says) throws Exception {
        Needs.go();
        badField_isOneLineThatNamesIt_andStartsNothing(body, field, says);
    }

    @Test
    void machineTellsItsGo() throws Exception {
        Needs.go();
        JsonNode go = get("/api/machine").path("go");
        assertThat(go.path("newest").asText()).startsWith(go.path("release").asText() + ".");
        assertThat(go.at("/toolchains/0/version")).isEqualTo(go.path("newest"));
        assertThat(go.path("inJavaOnly").findValuesAsText("metaspace"))
                .singleElement()
                .asString()
                .contains("no twin");
    }

    @Test
    void onlyThisDashboardsOwnPages_mayStart() throws Exception {
        String own = dashboard.uri().toString().replaceAll("/$", "");
        assertThat(post("/api/runs", "{}", "Origin", "http://localhost:1").statusCode())
                .isEqualTo(403);
        assertThat(post("/api/runs", "{}", "Origin", "http://evil.example").statusCode())
                .isEqualTo(403);
        assertThat(post("/api/runs", "{}", "Sec-Fetch-Site", "same-site").statusCode())
                .isEqualTo(403);
        assertThat(post("/api/runs/x/cancel", "{}", "Origin", "http://localhost:1")
                        .statusCode())
                .isEqualTo(403);
        assertThat(post("/api/runs/x/resume", "{}", "Origin", "http://localhost:1")
                        .statusCode())
                .isEqualTo(403);
        assertThat(post("/api/runs", "{}", "Origin", own).statusCode()).isEqualTo(400);

        HttpRequest form = HttpRequest.newBuilder(uri("/api/runs"))
                .header("Content-Type", "text/plain")
                .POST(HttpRequest.BodyPublishers.ofString("{\"workloads\":[\"churn\"]}"))
                .build();
        assertThat(HTTP.send(form, HttpResponse.BodyHandlers.ofString()).statusCode())
                .isEqualTo(415);
        assertThat(posted(400, "/api/runs", "no json").path("detail").asText()).startsWith("The body is not JSON");
        assertThat(post("/api/runs", " ".repeat(70_000)).statusCode()).isEqualTo(413);
        assertThat(post("/api/runs/nosuch/cancel", "{}").statusCode()).isEqualTo(409);
        assertThat(post("/api/runs/nosuch/resume", "{}").statusCode()).isEqualTo(404);
        assertThat(get("/api/runs/earlier").path("runs")).isEmpty();
    }

    @Test
    void catalogueAndMachine_sayWhatCanRunHere() throws Exception {
        JsonNode workloads = get("/api/workloads");
        assertThat(workloads.path("workloads")).hasSize(17);
        assertThat(workloads.at("/workloads/0/exposes").asText()).contains("generational payoff");
        assertThat(workloads.at("/workloads/0/signatures/0/evidence/0/text").asText())
                .contains("jdk.GarbageCollection");
        assertThat(workloads.at("/collectors/g1/colour").asText()).isEqualTo("#0072B2");
        JsonNode machine = get("/api/machine");
        assertThat(machine.path("off").isNull()).isTrue();
        assertThat(machine.path("processors").asInt()).isPositive();
        assertThat(machine.path("memoryBytes").asLong()).isPositive();
        assertThat(machine.path("jdks")).anySatisfy(jdk -> {
            assertThat(jdk.path("feature").asText()).isEqualTo(JDK);
            assertThat(jdk.path("collectors"))
                    .anySatisfy(c -> assertThat(c.path("id").asText()).isEqualTo("g1"));
        });
    }
}
