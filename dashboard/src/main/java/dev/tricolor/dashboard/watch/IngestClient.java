package dev.tricolor.dashboard.watch;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;

/** The sending side of the ingest contract: opens a session, appends bytes at an offset, ends it. */
public final class IngestClient {

    private static final Duration CONNECT = Duration.ofSeconds(1);

    private final URI session;
    private final UUID id = UUID.randomUUID();
    private final Optional<String> token;
    private final Duration patience;
    private final HttpClient http = HttpClient.newBuilder()
            .connectTimeout(CONNECT)
            .version(HttpClient.Version.HTTP_1_1)
            .build();

    /** A new session at the dashboard {@code base}; a request takes {@code patience} at most. */
    public IngestClient(URI base, Optional<String> token, Duration patience) {
        String address = base.toString();
        this.session = URI.create((address.endsWith("/") ? address : address + "/") + "api/sessions/" + id);
        this.token = token;
        this.patience = patience;
    }

    /** A session's own words on itself; {@code runtime} and {@code format} as the contract has them. */
    public record Opening(
            String name, String runtime, String format, String host, long pid, Map<String, String> labels) {

        private Map<String, String> query() {
            Map<String, String> query = new TreeMap<>();
            query.put("name", name);
            query.put("runtime", runtime);
            query.put("format", format);
            query.put("host", host);
            query.put("pid", Long.toString(pid));
            labels.forEach((key, value) -> query.put("label." + key, value));
            return query;
        }
    }

    /** The session's id. */
    public UUID id() {
        return id;
    }

    /** Opens or re-opens the session; answers how many bytes the dashboard holds. */
    public long open(Opening opening) throws IOException, InterruptedException {
        return held(send("PUT", "", opening.query(), new byte[0]));
    }

    /**
     * Appends at an offset; answers how many bytes the dashboard holds then, which is another number than expected where it
     * did not hold {@code offset}.
     *
     * @throws ForgottenException where the session has to be opened again
     */
    public long append(long offset, byte[] bytes) throws IOException, InterruptedException {
        HttpResponse<byte[]> answer = send("POST", "/log", Map.of("offset", Long.toString(offset)), bytes);
        if (answer.statusCode() == 404) {
            throw new ForgottenException();
        }
        return held(answer);
    }

    /** Ends the session; answers how many bytes the dashboard keeps, which are fewer where the last ones are of no use. */
    public long end(String reason) throws IOException, InterruptedException {
        return held(send("POST", "/end", Map.of("reason", reason), new byte[0]));
    }

    private HttpResponse<byte[]> send(String method, String path, Map<String, String> query, byte[] body)
            throws IOException, InterruptedException {
        String text = query.entrySet().stream()
                .map(e -> URLEncoder.encode(e.getKey(), UTF_8) + "=" + URLEncoder.encode(e.getValue(), UTF_8))
                .collect(Collectors.joining("&"));
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(session + path + "?" + text))
                .timeout(patience)
                .method(method, HttpRequest.BodyPublishers.ofByteArray(body));
        token.ifPresent(t -> request.header("Authorization", "Bearer " + t));
        return http.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
    }

    private static long held(HttpResponse<byte[]> answer) throws IOException {
        String text = new String(answer.body(), UTF_8);
        if (answer.statusCode() == 200 || answer.statusCode() == 409) {
            Optional<String> offset = field(text, "offset").filter(value -> value.matches("\\d{1,18}"));
            if (offset.isPresent()) {
                return Long.parseLong(offset.get());
            }
            throw new IOException("what answers there is no Tricolor dashboard");
        }
        throw new IOException("the dashboard answers " + answer.statusCode()
                + field(text, "error").map(why -> ": " + why).orElse(""));
    }

    private static Optional<String> field(String text, String key) {
        return text.lines()
                .filter(line -> line.startsWith(key + "="))
                .map(line -> line.substring(key.length() + 1))
                .findFirst();
    }

    /** The dashboard does not know the session. */
    public static final class ForgottenException extends IOException {
        private static final long serialVersionUID = 1L;

        ForgottenException() {
            super("the dashboard does not know the session");
        }
    }
}
