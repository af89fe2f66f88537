package dev.tricolor.dashboard.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.tricolor.dashboard.watch.IngestClient;
import dev.tricolor.dashboard.web.RecordedElsewhere;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;

/**
 * The Go runs that ship with Tricolor, recorded by {@code docs/scripts/record-go.py}: what machines without Go are shown in
 * the place of their own. They become sessions beside a run's, never rows of it.
 */
final class RecordedGo {
    private static final String FOLDER = "/dev/tricolor/dashboard/recordings/";
    private static final int BLOCK_BYTES = 512 << 10;
    private static final Duration REQUEST = Duration.ofSeconds(30);
    private static final ObjectMapper JSON = new ObjectMapper();

    private final JsonNode description;

    private RecordedGo(JsonNode description) {
        this.description = description;
    }

    static RecordedGo shipped() throws IOException {
        try (InputStream in = resource("recordings.json")) {
            return new RecordedGo(JSON.readTree(in));
        }
    }

    /** A recording that has become a session. */
    record Added(String gogc, String session) {}

    /** Whether the recordings are of that work. */
    boolean isOf(String workload, List<String> arguments) {
        List<String> recorded = new ArrayList<>();
        description.path("arguments").forEach(each -> recorded.add(each.asText()));
        return description.path("workload").asText().equals(workload) && recorded.equals(arguments);
    }

    String checksum() {
        return description.path("checksum").asText();
    }

    /** What they are of, in one line. */
    String words() {
        List<String> gogc = new ArrayList<>();
        description
                .path("recordings")
                .forEach(each -> gogc.add(each.path("gogc").asText()));
        return description.path("workload").asText() + " in Go " + go() + " at GOGC " + String.join(", ", gogc)
                + ", recorded elsewhere: " + machine() + ", " + date() + ", " + load();
    }

    /** Puts them beside the sessions of a run, and answers what was added. */
    List<Added> addTo(DashboardClient dashboard, String run) throws IOException, InterruptedException {
        List<Added> added = new ArrayList<>();
        for (JsonNode recording : description.path("recordings")) {
            added.add(add(recording, dashboard, run));
        }
        return List.copyOf(added);
    }

    private Added add(JsonNode recording, DashboardClient dashboard, String run)
            throws IOException, InterruptedException {
        String gogc = recording.path("gogc").asText();
        Map<String, String> labels = new LinkedHashMap<>(RecordedElsewhere.labels(machine(), date(), load()));
        labels.put("run", run);
        labels.put("workload", description.path("workload").asText());
        labels.put("collector", "go");
        labels.put("go", go());
        labels.put("gogc", gogc);
        IngestClient session = new IngestClient(dashboard.agentAddress(), dashboard.token(), REQUEST);
        String name = description.path("workload").asText() + " go GOGC " + gogc + " (recorded)";
        long offset = session.open(new IngestClient.Opening(name, "go", "ndjson", "elsewhere", 0, labels));
        byte[] log = log(recording.path("file").asText());
        for (int at = 0; at < log.length; at += BLOCK_BYTES) {
            offset = session.append(offset, Arrays.copyOfRange(log, at, Math.min(log.length, at + BLOCK_BYTES)));
        }
        session.end("recorded elsewhere");
        return new Added(gogc, session.id().toString());
    }

    private static byte[] log(String file) throws IOException {
        try (InputStream in = new GZIPInputStream(resource(file))) {
            return in.readAllBytes();
        }
    }

    private static InputStream resource(String file) throws IOException {
        InputStream in = RecordedGo.class.getResourceAsStream(FOLDER + file);
        if (in == null) {
            throw new FileNotFoundException("no " + FOLDER + file + " in this build");
        }
        return in;
    }

    private String go() {
        return description.path("go").asText();
    }

    private String machine() {
        return description.path("machine").asText();
    }

    private String date() {
        return description.path("recorded").asText();
    }

    private String load() {
        String priority = description.path("priority").asText();
        return (priority.equals("normal") ? "" : priority + " priority at ") + "load average "
                + description.path("loadBefore").asText() + " to "
                + description.path("loadAfter").asText();
    }
}
