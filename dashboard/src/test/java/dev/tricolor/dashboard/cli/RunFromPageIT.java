package dev.tricolor.dashboard.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.tricolor.dashboard.Needs;
import dev.tricolor.dashboard.results.RunStore;
import dev.tricolor.dashboard.run.RunLock;
import dev.tricolor.dashboard.web.WebOptions;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.HttpURLConnection;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Runs that a page starts over HTTP, by the real runner with real JVMs. */
class RunFromPageIT {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final String JDK = String.valueOf(Needs.runningJdk().feature());
    private static final String TINY = "\"knobs\":{\"ops\":\"200k\",\"live\":\"4m\",\"threads\":\"1\"},";
    private static final String TWO_ROWS = "{\"workloads\":[\"churn\"]," + TINY
            + "\"collectors\":[\"serial\",\"parallel\"],\"jdks\":[\"" + JDK + "\"],\"heaps\":[\"64m\"]}";
    /** Would take minutes. */
    private static final String LONG =
            "{\"workloads\":[\"churn\"],\"knobs\":{\"duration\":\"120s\",\"warmup\":\"0\",\"live\":\"4m\"},"
                    + "\"collectors\":[\"serial\"],\"jdks\":[\"" + JDK + "\"],\"heaps\":[\"64m\"]}";

    @TempDir
    Path data;

    private final HttpClient http = HttpClient.newHttpClient();
    private Dashboard dashboard;
    private int port;

    @BeforeEach
    void start() throws IOException {
        dashboard = Dashboard.start(
                DataFolder.take(data).orElseThrow(), WebOptions.defaults().withPort(0));
        port = dashboard.uri().getPort();
    }

    @AfterEach
    void end() throws IOException {
        dashboard.close();
    }

    private URI uri(String path) {
        return dashboard.uri().resolve(path);
    }

    private HttpResponse<String> post(String path, String body, String... headers) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(uri(path))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private JsonNode posted(int status, String path, String body) throws Exception {
        HttpResponse<String> answer = post(path, body);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        return JSON.readTree(answer.body());
    }

    private JsonNode get(String path) throws Exception {
        return JSON.readTree(http.send(HttpRequest.newBuilder(uri(path)).build(), HttpResponse.BodyHandlers.ofString())
                .body());
    }

    /** The JVMs that report to our dashboard. */
    private List<ProcessHandle> children() {
        return ProcessHandle.current()
                .descendants()
                .filter(p -> Arrays.stream(p.info().arguments().orElse(new String[0]))
                        .anyMatch(a -> a.startsWith("-javaagent:") && a.contains(":" + port + ",")))
                .toList();
    }

    @Test
    void twoRows_areFollowedToTheirEnd_thenListed_thenDeleted() throws Exception {
        try (Events events = new Events(uri("/api/runs/active/live"))) {
            assertThat(events.next("progress").path("state").asText()).isEqualTo("none");

            String id = posted(201, "/api/runs", TWO_ROWS).path("run").asText();

            JsonNode plan = events.until("run", e -> e.path("id").asText().equals(id));
            assertThat(plan.path("rows")).hasSize(2);
            assertThat(plan.at("/rows/0/label").asText()).isEqualTo("Serial " + JDK);
            assertThat(plan.at("/rows/1/heapBytes").asLong()).isEqualTo(64 << 20);
            assertThat(events.until("progress", e -> e.path("current").asInt() == 1)
                            .path("done")
                            .asInt())
                    .isZero();
            JsonNode second = events.until("progress", e -> e.path("current").asInt() == 2);
            assertThat(second.path("leftNs").asLong()).isPositive();
            JsonNode last =
                    events.until("progress", e -> e.path("state").asText().equals("finished"));
            assertThat(last.path("done").asInt()).isEqualTo(2);
            assertThat(events.finished).hasSize(2).allSatisfy(row -> {
                assertThat(row.path("outcome").asText()).isEqualTo("ok");
                assertThat(row.path("tookNs").asLong()).isPositive();
                assertThat(get("/api/sessions/" + row.path("session").asText())
                                .at("/session/labels/run")
                                .asText())
                        .isEqualTo(id);
            });

            JsonNode earlier = get("/api/runs/earlier").at("/runs/0");
            assertThat(earlier.path("id").asText()).isEqualTo(id);
            assertThat(earlier.path("state").asText()).isEqualTo("finished");
            assertThat(earlier.at("/outcomes/ok").asInt()).isEqualTo(2);
            assertThat(posted(409, "/api/runs/" + id + "/resume", "{}")
                            .path("detail")
                            .asText())
                    .contains("nothing is left to do");

            HttpRequest delete =
                    HttpRequest.newBuilder(uri("/api/runs/" + id)).DELETE().build();
            assertThat(http.send(delete, HttpResponse.BodyHandlers.ofString()).statusCode())
                    .isEqualTo(204);
            assertThat(get("/api/runs/earlier").path("runs")).isEmpty();
            assertThat(get("/api/sessions").path("sessions")).isEmpty();
            assertThat(new RunStore(data).all()).isEmpty();
        }
    }

    @Test
    void cancelled_keepsWhatIsFinished_leavesNoChild_andResumeDoesTheRest() throws Exception {
        String body = "{\"workloads\":[\"churn\"]," + TINY + "\"collectors\":[\"serial\"],\"jdks\":[\"" + JDK
                + "\"],\"heaps\":[\"64m\"],\"repeat\":4,\"control\":false}";
        try (Events events = new Events(uri("/api/runs/active/live"))) {
            String id = posted(201, "/api/runs", body).path("run").asText();
            events.until("progress", e -> e.path("current").asInt() == 2);
            JsonNode cancelled = posted(200, "/api/runs/" + id + "/cancel", "{}");
            int done = cancelled.path("done").asInt();

            assertThat(cancelled.path("state").asText()).isEqualTo("cancelled");
            assertThat(done).isBetween(1, 3);
            assertThat(children()).isEmpty();
            assertThat(new RunStore(data).find(id).orElseThrow().rows()).hasSize(done);
            assertThat(get("/api/runs/earlier").at("/runs/0/state").asText()).isEqualTo("cut off");
            assertThat(RunLock.holder(data)).isEmpty();

            assertThat(posted(201, "/api/runs/" + id + "/resume", "{}")
                            .path("done")
                            .asInt())
                    .isEqualTo(done);
            JsonNode last =
                    events.until("progress", e -> e.path("state").asText().equals("finished"));
            assertThat(last.path("done").asInt()).isEqualTo(4);
            assertThat(new RunStore(data).find(id).orElseThrow().rows())
                    .extracting(row -> row.row().number())
                    .containsExactly(1, 2, 3, 4);
        }
    }

    @Test
    void secondStart_isRefusedAndToldWhoRuns_andClosingTheDashboardEndsTheChild() throws Exception {
        String id = posted(201, "/api/runs", LONG).path("run").asText();
        await().atMost(PATIENCE).until(() -> children().size() == 1);

        assertThat(posted(409, "/api/runs", TWO_ROWS).path("detail").asText())
                .contains("run " + id + " is going on")
                .contains("Two at once would measure each other");
        HttpRequest delete =
                HttpRequest.newBuilder(uri("/api/runs/" + id)).DELETE().build();
        assertThat(http.send(delete, HttpResponse.BodyHandlers.ofString()).body())
                .contains("cancel it first");
        CliRun command =
                CliRun.of("run", "churn", "--gc", "serial", "--jdk", JDK, "--ops", "1k", "--data", data.toString());
        assertThat(command.err())
                .contains("run " + id + " is going on, by the Workloads page")
                .contains("wait for its end");
        assertThat(command.exitCode()).isEqualTo(ExitCode.COULD_NOT_RUN);

        dashboard.close();
        assertThat(children()).isEmpty();
        assertThat(RunLock.holder(data)).isEmpty();
    }

    @Test
    void runOfTheCommandLine_holdsUpThePage_whichShowsIt() throws Exception {
        try (RunLock held = RunLock.take(data, "tricolor run").orElseThrow();
                Events events = new Events(uri("/api/runs/active/live"))) {
            held.says("20260101-120000");
            assertThat(posted(409, "/api/runs", TWO_ROWS).path("detail").asText())
                    .startsWith("run 20260101-120000 is going on, by tricolor run (process ");
            assertThat(events.until("progress", e -> e.path("state").asText().equals("elsewhere"))
                            .path("why")
                            .asText())
                    .contains("tricolor run");
        }
        assertThat(get("/api/runs/earlier").path("runs")).isEmpty();
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
                .POST(HttpRequest.BodyPublishers.ofString(TWO_ROWS))
                .build();
        assertThat(http.send(form, HttpResponse.BodyHandlers.ofString()).statusCode())
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

    /** What the live stream says, in the order in which it does. */
    private static final class Events implements AutoCloseable {
        private final BlockingQueue<JsonNode> all = new LinkedBlockingQueue<>();
        private final List<JsonNode> finished = new ArrayList<>();
        private final HttpURLConnection connection;

        Events(URI uri) throws IOException {
            connection = (HttpURLConnection) uri.toURL().openConnection();
            InputStream in = connection.getInputStream();
            Thread reader = new Thread(() -> read(in), "events");
            reader.setDaemon(true);
            reader.start();
        }

        private void read(InputStream in) {
            try (BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
                String event = "";
                for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                    if (line.startsWith("event: ")) {
                        event = line.substring("event: ".length());
                    } else if (line.startsWith("data: ")) {
                        all.add(JSON.createObjectNode()
                                .put("event", event)
                                .set("data", JSON.readTree(line.substring("data: ".length()))));
                    }
                }
            } catch (IOException e) {
                all.add(JSON.createObjectNode().put("event", "closed")); // by us, or the dashboard has ended
            }
        }

        JsonNode next(String event) throws InterruptedException {
            return until(event, e -> true);
        }

        JsonNode until(String event, Predicate<JsonNode> which) throws InterruptedException {
            long end = System.nanoTime() + PATIENCE.toNanos();
            while (System.nanoTime() < end) {
                JsonNode each = all.poll(1, TimeUnit.SECONDS);
                if (each == null) {
                    continue;
                }
                each.at("/data/finished").forEach(finished::add);
                if (each.path("event").asText().equals(event) && which.test(each.path("data"))) {
                    return each.path("data");
                }
            }
            throw new AssertionError("no such " + event + " in " + PATIENCE);
        }

        @Override
        public void close() {
            connection.disconnect();
        }
    }
}
