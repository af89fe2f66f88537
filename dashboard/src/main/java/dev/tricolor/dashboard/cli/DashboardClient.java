package dev.tricolor.dashboard.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.StringReader;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** Asks a dashboard over its HTTP API, the one in this process just as another one. Thread-safe. */
final class DashboardClient {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration CONNECT = Duration.ofSeconds(2);
    /** Well below what the dashboard takes at once. */
    private static final int BLOCK = 512 << 10;

    private static final Duration ANSWER = Duration.ofSeconds(30);

    private final URI base;
    private final Optional<String> token;
    private final HttpClient http = HttpClient.newBuilder()
            .connectTimeout(CONNECT)
            .version(HttpClient.Version.HTTP_1_1)
            .build();

    DashboardClient(URI base, Optional<String> token) {
        this.base = base.toString().endsWith("/") ? base : URI.create(base + "/");
        this.token = token;
    }

    URI base() {
        return base;
    }

    /** The address as agents are given it. */
    URI agentAddress() {
        String address = base.toString();
        return URI.create(address.substring(0, address.length() - 1));
    }

    Optional<String> token() {
        return token;
    }

    /** Whether a Tricolor dashboard answers there. */
    boolean answers() {
        try {
            return get("api/about").path("product").asText("").equals("tricolor");
        } catch (Complaint e) {
            return false;
        }
    }

    /** Each session with its metadata and its main figures, newest first. */
    List<JsonNode> sessions() {
        return list(get("api/sessions").path("sessions"));
    }

    /** The sessions with all of these: {@code pid}, {@code label.KEY}; newest first, without figures. */
    List<JsonNode> find(Map<String, String> by) {
        String query = by.entrySet().stream()
                .map(e -> encode(e.getKey()) + "=" + encode(e.getValue()))
                .collect(Collectors.joining("&"));
        return list(get("api/find?" + query));
    }

    /** One session: its metadata and all its figures. */
    JsonNode session(String id) {
        return get("api/sessions/" + id);
    }

    /** What the contrast page shows of a run; where {@code part} is empty, what it shows at first. */
    JsonNode contrast(String run, Map<String, String> part) {
        StringBuilder query = new StringBuilder("api/contrast?run=").append(encode(run));
        part.forEach((name, value) ->
                query.append('&').append(encode(name)).append('=').append(encode(value)));
        return get(query.toString());
    }

    /** The card of each collector. */
    JsonNode algorithms() {
        return get("api/algorithms").path("algorithms");
    }

    /** Where a browser shows it. */
    URI page(String id) {
        return base.resolve("sessions/" + id);
    }

    private static List<JsonNode> list(JsonNode array) {
        List<JsonNode> all = new ArrayList<>();
        array.forEach(all::add);
        return all;
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /** Deletes a session; it may have gone already. */
    void delete(String id) {
        HttpResponse<byte[]> answer = send("api/sessions/" + id, HttpRequest.Builder::DELETE);
        if (answer.statusCode() != 404 && answer.statusCode() / 100 != 2) {
            throw Complaint.couldNotRun(base + " answers " + answer.statusCode(), detail(answer.body()));
        }
    }

    /** Adds text to the end of the log of a session that nobody writes to any more, and ends it again. */
    void append(String id, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        String held = properties(post("api/sessions/" + id + "/log?offset=-1", new byte[0]), 409)
                .getProperty("offset", "");
        for (int from = 0; from < bytes.length; from += BLOCK) {
            byte[] block = Arrays.copyOfRange(bytes, from, Math.min(bytes.length, from + BLOCK));
            held = properties(post("api/sessions/" + id + "/log?offset=" + held, block), 200)
                    .getProperty("offset", "");
        }
        properties(post("api/sessions/" + id + "/end", new byte[0]), 200);
    }

    private HttpResponse<byte[]> post(String path, byte[] body) {
        return send(path, request -> request.POST(HttpRequest.BodyPublishers.ofByteArray(body)));
    }

    /** The answer to what an agent sends, where it has the status that is expected. */
    private Properties properties(HttpResponse<byte[]> answer, int expected) {
        Properties properties = new Properties();
        try {
            properties.load(new StringReader(new String(answer.body(), StandardCharsets.UTF_8)));
        } catch (IOException | IllegalArgumentException e) {
            throw Complaint.couldNotRun("no answer from " + base, "start a dashboard with tricolor serve");
        }
        if (answer.statusCode() != expected) {
            throw Complaint.couldNotRun(
                    base + " answers " + answer.statusCode(), properties.getProperty("error", "no reason given"));
        }
        return properties;
    }

    private JsonNode get(String path) {
        HttpResponse<byte[]> answer = send(path, HttpRequest.Builder::GET);
        if (answer.statusCode() != 200) {
            throw Complaint.couldNotRun(base + path + " answers " + answer.statusCode(), detail(answer.body()));
        }
        try {
            return JSON.readTree(answer.body());
        } catch (IOException e) {
            throw Complaint.couldNotRun("no answer from " + base, "start a dashboard with tricolor serve");
        }
    }

    private HttpResponse<byte[]> send(String path, UnaryOperator<HttpRequest.Builder> method) {
        HttpRequest.Builder request = method.apply(
                HttpRequest.newBuilder(base.resolve(path)).timeout(ANSWER).header("Accept", "application/json"));
        token.ifPresent(t -> request.header("Authorization", "Bearer " + t));
        try {
            HttpResponse<byte[]> answer = http.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
            if (answer.statusCode() == 401) {
                throw Complaint.couldNotRun(
                        "the dashboard at " + base + " asks for a token", "--token or TRICOLOR_TOKEN");
            }
            return answer;
        } catch (IOException e) {
            throw Complaint.couldNotRun("no answer from " + base, "start a dashboard with tricolor serve");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw Complaint.couldNotRun("interrupted", "");
        }
    }

    private static String detail(byte[] body) {
        try {
            return JSON.readTree(body).path("detail").asText("");
        } catch (IOException e) {
            return "";
        }
    }
}
