package dev.tricolor.agent.ingest;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;

/** One session at the dashboard: the three requests of the ingest contract. */
final class Session {

    private final HttpConnection http;
    private final String path;
    private final String opening;

    Session(HttpConnection http, String query) {
        this.http = http;
        path = "/api/sessions/" + UUID.randomUUID();
        opening = path + query;
    }

    /** What the session says of itself, as a query. */
    static String query(String name, Map<String, String> labels) {
        StringBuilder b = new StringBuilder("?runtime=jvm&format=jfr");
        add(b, "name", name);
        add(b, "host", HostName.get());
        add(b, "pid", Long.toString(ProcessHandle.current().pid()));
        for (Map.Entry<String, String> e : labels.entrySet()) {
            add(b, "label." + e.getKey(), e.getValue());
        }
        return b.toString();
    }

    private static void add(StringBuilder b, String key, String value) {
        b.append('&').append(URLEncoder.encode(key, StandardCharsets.UTF_8));
        b.append('=').append(URLEncoder.encode(value, StandardCharsets.UTF_8));
    }

    /** Opens or re-opens the session; the answer names the offset that the dashboard holds. */
    Reply open() throws IOException {
        return http.exchange("PUT", opening);
    }

    /**
     * Appends {@code length} bytes of {@code block}, which begin after the head's room, at {@code offset}.
     *
     * @param done id of the last command taken; empty before any
     */
    Reply append(long offset, String done, byte[] block, int length) throws IOException {
        String ack = done.isEmpty() ? "" : "&ack=" + URLEncoder.encode(done, StandardCharsets.UTF_8);
        return http.exchange("POST", path + "/log?offset=" + offset + ack, block, length);
    }

    Reply end(String reason) throws IOException {
        return http.exchange("POST", path + "/end?reason=" + URLEncoder.encode(reason, StandardCharsets.UTF_8));
    }
}
