package dev.tricolor.dashboard.knob;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.tricolor.dashboard.analysis.KnobCost;
import dev.tricolor.dashboard.gc.KnobChange;
import dev.tricolor.dashboard.gc.KnobState;
import dev.tricolor.dashboard.gc.Timeline;
import dev.tricolor.dashboard.real.RealApp;
import dev.tricolor.dashboard.real.RealJdks;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** One JVM under load whose knob is turned through the API. */
final class Trial implements AutoCloseable {

    private final String name;
    private final KnobDashboard dashboard;
    private final RealApp app;
    private final Process process;
    private final HttpClient http = HttpClient.newHttpClient();
    private int asked;

    private Trial(String name, KnobDashboard dashboard, RealApp app) throws IOException {
        this.name = name;
        this.dashboard = dashboard;
        this.app = app;
        this.process = app.start();
    }

    static Trial start(KnobDashboard dashboard, RealJdks.Case on, int liveMb, int heapMb, int mbPerSecond)
            throws IOException {
        List<String> jvm = new ArrayList<>(on.choice().flags(on.jdk().feature()));
        jvm.add("-Xmx" + heapMb + "m");
        String name = "knob " + on;
        return new Trial(
                name,
                dashboard,
                RealApp.testClass(on.jdk(), Load.class)
                        .jvm(jvm)
                        .agent(dashboard.url(), "control=on,name=" + name)
                        .args(Integer.toString(liveMb), Integer.toString(mbPerSecond)));
    }

    String name() {
        return name;
    }

    /** Turns the knob and waits until the agent says that it was turned. */
    void turn(String json, String newValue) throws Exception {
        ask(json);
        awaitTurned(newValue);
    }

    /** Asks for the knob to be turned. */
    void ask(String json) throws Exception {
        UUID id = await(name + " opens its session")
                .atMost(Duration.ofSeconds(60))
                .until(() -> dashboard.session(name).filter(s -> control()), Optional::isPresent)
                .orElseThrow();
        asked++;
        HttpResponse<String> answer = http.send(
                HttpRequest.newBuilder(URI.create(dashboard.url() + "/api/sessions/" + id + "/knob"))
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(json))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
    }

    /** Waits until the agent says that it has turned as often as it was asked, to this value last. */
    void awaitTurned(String newValue) {
        await(name + " turns to " + newValue).atMost(Duration.ofSeconds(30)).until(() -> turns().size() >= asked);
        assertThat(turns().get(asked - 1).newValue()).isEqualTo(newValue);
    }

    private boolean control() {
        return "true".equals(timeline().runtime().facts().get("agent: Control"));
    }

    private List<KnobChange> turns() {
        return KnobCost.turns(timeline());
    }

    Timeline timeline() {
        return dashboard.timeline(name);
    }

    /** What the agent said last of its loop. */
    Optional<KnobState> state() {
        return timeline().knobStates().stream().reduce((first, later) -> later);
    }

    /** Peaks of the last seconds as the application saw them, oldest first; in bytes. */
    List<Long> peaks(int seconds) throws IOException {
        List<Long> all = app.output()
                .lines()
                .filter(l -> l.startsWith("SEEN "))
                .map(l -> Long.parseLong(l.split(" ")[1]))
                .toList();
        return all.subList(Math.max(0, all.size() - seconds), all.size());
    }

    long lines() throws IOException {
        return app.output().lines().filter(l -> l.startsWith("SEEN ")).count();
    }

    /** Lets the application run on for so many of its own seconds. */
    void run(int seconds) throws IOException {
        long until = lines() + seconds;
        await(name + " runs on").atMost(Duration.ofSeconds(60 + 10L * seconds)).until(() -> {
            assertThat(process.isAlive()).as(app.output()).isTrue();
            return lines() >= until;
        });
    }

    /** Makes the application collect in full. */
    void collect() throws IOException {
        process.getOutputStream().write(Load.COLLECT);
        process.getOutputStream().flush();
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
