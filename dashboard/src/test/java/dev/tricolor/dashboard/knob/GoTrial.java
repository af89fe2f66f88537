package dev.tricolor.dashboard.knob;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.tricolor.dashboard.gc.GoMetric;
import dev.tricolor.dashboard.gc.GoMetricSample;
import dev.tricolor.dashboard.gc.KnobChange;
import dev.tricolor.dashboard.gc.Timeline;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;

/** One Go program under load whose knob is turned through the API. */
final class GoTrial implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final String name;
    private final KnobDashboard dashboard;
    private final Path output;
    private final Process process;
    private final HttpClient http = HttpClient.newHttpClient();

    private GoTrial(String name, KnobDashboard dashboard, Path output, Process process) {
        this.name = name;
        this.dashboard = dashboard;
        this.output = output;
        this.process = process;
    }

    static GoTrial start(
            KnobDashboard dashboard, Path program, String name, Map<String, String> environment, int... arguments)
            throws IOException {
        Path output = Files.createTempFile("tricolor-go", ".out");
        output.toFile().deleteOnExit();
        ProcessBuilder builder =
                new ProcessBuilder(program.toString()).redirectErrorStream(true).redirectOutput(output.toFile());
        for (int a : arguments) {
            builder.command().add(Integer.toString(a));
        }
        builder.environment().remove("GOGC");
        builder.environment().remove("GOMEMLIMIT");
        builder.environment().putAll(Map.of("TRICOLOR_URL", dashboard.url(), "TRICOLOR_NAME", name));
        builder.environment().putAll(environment);
        return new GoTrial(name, dashboard, output, builder.start());
    }

    private UUID id() {
        return await(name + " opens its session")
                .atMost(PATIENCE)
                .until(
                        () -> dashboard
                                .session(name)
                                .filter(s -> timeline().runtime().facts().containsKey("agent: Control")),
                        Optional::isPresent)
                .orElseThrow();
    }

    private String path() {
        return dashboard.url() + "/api/sessions/" + id() + "/knob";
    }

    HttpResponse<String> ask(String json) throws IOException, InterruptedException {
        return http.send(
                HttpRequest.newBuilder(URI.create(path()))
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(json))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    /** How the knob stands, as the page gets it. */
    String state() throws IOException, InterruptedException {
        return http.send(HttpRequest.newBuilder(URI.create(path())).build(), HttpResponse.BodyHandlers.ofString())
                .body();
    }

    /** Turns the knob and waits until the agent says that it was turned. */
    KnobChange turn(String json) throws IOException, InterruptedException {
        int before = timeline().knobChanges().size();
        HttpResponse<String> answer = ask(json);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
        await(name + " takes " + json)
                .atMost(PATIENCE)
                .until(() -> timeline().knobChanges().size() > before);
        return timeline().knobChanges().get(before);
    }

    Timeline timeline() {
        return dashboard.timeline(name);
    }

    List<GoMetricSample> readings(GoMetric metric) {
        return timeline().go().readings(metric);
    }

    /** The newest reading, NaN before the first. */
    double now(GoMetric metric) {
        List<GoMetricSample> all = readings(metric);
        return all.isEmpty() ? Double.NaN : all.get(all.size() - 1).value();
    }

    /** Lets the program end by itself; what it printed. */
    String end() throws IOException, InterruptedException {
        process.getOutputStream().close();
        assertThat(process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
        return Files.readString(output);
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
