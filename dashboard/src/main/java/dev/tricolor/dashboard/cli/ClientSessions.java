package dev.tricolor.dashboard.cli;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tricolor.dashboard.run.SessionSource;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Finds out over a dashboard's API what became of a child's session. */
final class ClientSessions implements SessionSource {
    private static final Logger LOG = LoggerFactory.getLogger(ClientSessions.class);
    private static final long POLL_MILLIS = 100;

    private final DashboardClient client;

    ClientSessions(DashboardClient client) {
        this.client = client;
    }

    @Override
    public URI address() {
        return client.agentAddress();
    }

    @Override
    public Optional<String> token() {
        return client.token();
    }

    @Override
    public Optional<Observed> observe(String run, int row, Duration atMost) throws InterruptedException {
        long until = System.nanoTime() + atMost.toNanos();
        Map<String, String> labels = labels(run, row);
        Optional<JsonNode> found = find(labels);
        while (System.nanoTime() < until && !found.map(ClientSessions::ended).orElse(false)) {
            TimeUnit.MILLISECONDS.sleep(POLL_MILLIS);
            found = find(labels);
        }
        return found.flatMap(this::observed);
    }

    @Override
    public Optional<Observed> complete(Observed session, List<String> lines) {
        try {
            client.append(session.id().toString(), String.join("\n", lines) + "\n");
            return Optional.of(new Observed(
                    session.id(),
                    session.ended(),
                    client.session(session.id().toString()).path("summary")));
        } catch (Complaint notNow) {
            LOG.warn("session {} stays without its trace: {}", session.id(), notNow.getMessage());
            return Optional.of(session);
        }
    }

    @Override
    public void forget(String run, int row) {
        forget(labels(run, row));
    }

    @Override
    public void forget(String run) {
        forget(Map.of("label.run", run));
    }

    private void forget(Map<String, String> labels) {
        try {
            client.find(labels)
                    .forEach(session -> client.delete(session.path("id").asText()));
        } catch (Complaint notNow) {
            LOG.debug("sessions with {} stay", labels, notNow);
        }
    }

    private static Map<String, String> labels(String run, int row) {
        return Map.of("label.run", run, "label.row", String.valueOf(row));
    }

    /** The answer covers all that the log holds: it is decoded up to its end when asked for. */
    private Optional<Observed> observed(JsonNode found) {
        String id = found.path("id").asText();
        try {
            return Optional.of(new Observed(
                    UUID.fromString(id), ended(found), client.session(id).path("summary")));
        } catch (Complaint gone) {
            return Optional.empty();
        }
    }

    /** Empty too where the dashboard does not answer: it may have been started again. */
    private Optional<JsonNode> find(Map<String, String> labels) {
        try {
            return client.find(labels).stream().findFirst();
        } catch (Complaint notNow) {
            return Optional.empty();
        }
    }

    private static boolean ended(JsonNode found) {
        return found.path("ended").asBoolean();
    }
}
