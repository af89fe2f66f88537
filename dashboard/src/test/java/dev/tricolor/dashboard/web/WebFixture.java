package dev.tricolor.dashboard.web;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.tricolor.dashboard.command.Commands;
import dev.tricolor.dashboard.decode.Timelines;
import dev.tricolor.dashboard.ingest.Ingest;
import dev.tricolor.dashboard.ingest.IngestCounters;
import dev.tricolor.dashboard.log.SessionLog;
import dev.tricolor.dashboard.log.SessionMeta;
import dev.tricolor.dashboard.log.SessionStore;
import dev.tricolor.dashboard.results.RunStore;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** A real server over a real store on a free loopback port, with a client. */
final class WebFixture implements AutoCloseable {

    static final ObjectMapper JSON = new ObjectMapper().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);

    private final HttpClient http = HttpClient.newHttpClient();
    private final SessionStore store;
    private final Timelines timelines;
    private final WebServer server;

    private WebFixture(SessionStore store, Timelines timelines, WebServer server) {
        this.store = store;
        this.timelines = timelines;
        this.server = server;
    }

    static WebFixture start(Path data) throws IOException {
        return start(data, WebOptions.defaults().withPort(0));
    }

    static WebFixture start(Path data, WebOptions options) throws IOException {
        SessionStore store = SessionStore.open(data.resolve("sessions"));
        Timelines timelines = new Timelines(store);
        Commands commands = new Commands();
        Ingest ingest = new Ingest(store, new IngestCounters(), commands);
        KnobApi knob = new KnobApi(store, timelines, commands);
        return new WebFixture(
                store,
                timelines,
                WebServer.start(
                        store, timelines, new RunStore(data), options, List.of(ingest::register, knob::register)));
    }

    SessionStore store() {
        return store;
    }

    Timelines timelines() {
        return timelines;
    }

    WebServer server() {
        return server;
    }

    String url(String path) {
        return "http://127.0.0.1:" + server.port() + path;
    }

    /** Opens a session with these labels; its log is empty. */
    SessionLog open(String name, Map<String, String> labels) throws IOException {
        return store.openSession(new SessionMeta(
                UUID.randomUUID(), name, "jvm", "jfr", "testhost", 42, Instant.now(), Optional.empty(), "", labels));
    }

    /** A session that holds the recording and has ended. */
    SessionLog ended(String name, byte[] recording, Map<String, String> labels) throws Exception {
        SessionLog log = open(name, labels);
        log.append(0, recording, recording.length);
        log.end("exit");
        return log;
    }

    HttpResponse<String> get(String path, String... headers) throws IOException, InterruptedException {
        return send("GET", path, headers);
    }

    HttpResponse<String> send(String method, String path, String... headers) throws IOException, InterruptedException {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(url(path))).method(method, HttpRequest.BodyPublishers.noBody());
        if (headers.length > 0) {
            request.headers(headers);
        }
        return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    byte[] bytes(String path) throws IOException, InterruptedException {
        return http.send(HttpRequest.newBuilder(URI.create(url(path))).build(), HttpResponse.BodyHandlers.ofByteArray())
                .body();
    }

    JsonNode json(String path) throws IOException, InterruptedException {
        return JSON.readTree(get(path).body());
    }

    @Override
    public void close() {
        server.close();
        timelines.close();
        store.close();
    }
}
