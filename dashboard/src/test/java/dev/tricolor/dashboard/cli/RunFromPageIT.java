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
