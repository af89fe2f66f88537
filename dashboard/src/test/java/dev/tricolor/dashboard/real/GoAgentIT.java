package dev.tricolor.dashboard.real;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.tricolor.dashboard.log.SessionLog;
import dev.tricolor.dashboard.log.SessionStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A real Go program with the agent in it sends its log to the real dashboard, byte for byte what it says it sent. */
class GoAgentIT {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** Allocates until its standard input ends. */
    private static final String PROGRAM = """
            package main

            import (
            	"io"
            	"os"
            	"sync/atomic"
            	"time"

            	"tricolor.dev/go/tricolor"
            )

            var sink []byte

            func main() {
            	agent := tricolor.Attach()
            	defer agent.Close()
            	var ended int32
            	go func() {
            		io.Copy(io.Discard, os.Stdin)
            		atomic.StoreInt32(&ended, 1)
            	}()
            	agent.Workload("started", "count", 0, 0, 1, nil)
            	n := int64(0)
            	for atomic.LoadInt32(&ended) == 0 {
            		for i := 0; i < 64; i++ {
            			sink = make([]byte, 64<<10)
            		}
            		n++
            		agent.Workload("running", "count", n, 0, 1, nil)
            		time.Sleep(2 * time.Millisecond)
            	}
            	agent.Workload("finished", "count", n, 0, 0, []byte(`{"held": true}`))
            }
            """;

    @TempDir
    static Path built;

    private static Path program;

    @TempDir
    Path folder;

    @BeforeAll
    static void build() throws Exception {
        program = GoProgram.build(built, "counting", PROGRAM);
    }

    @Test
    void theStoredLog_isWhatTheAgentSent() throws Exception {
        try (TestDashboard dashboard = TestDashboard.start(folder.resolve("data"))) {
            Process running = start(dashboard.url());
            await().atMost(Duration.ofSeconds(30)).until(() -> bytesHeld() > 20_000);
            endOf(running);

            SessionLog log = dashboard.awaitEndedLog("counting");
            assertThat(log.meta().runtime()).isEqualTo("go");
            assertThat(log.meta().format()).isEqualTo("ndjson");
            assertThat(log.meta().pid()).isEqualTo(running.pid());
            assertThat(log.meta().labels()).containsEntry("kind", "test");
            check(log);
        }
    }

    @Test
    void alsoWhenTheDashboardIsKilledInMidRun() throws Exception {
        int port;
        Process running;
        try (ServeProcess dashboard = ServeProcess.start(folder.resolve("data"))) {
            port = dashboard.port();
            running = start(dashboard.url());
            await().atMost(Duration.ofSeconds(30)).until(() -> bytesHeld() > 20_000);
            dashboard.kill();
        }
        long held = bytesHeld();
        try (ServeProcess again = ServeProcess.start(folder.resolve("data"), port)) {
            assertThat(again.port()).isEqualTo(port);
            await().atMost(Duration.ofSeconds(60)).until(() -> bytesHeld() > held + 20_000);
            endOf(running);
        }
        try (SessionStore store = SessionStore.open(folder.resolve("data").resolve("sessions"))) {
            assertThat(store.sessions()).hasSize(1);
            check(store.sessions().get(0));
        }
    }

    /** The agent's own tests: every fault of a dashboard, against a real server. */
    @Test
    void goTestsPass() throws Exception {
        GoProgram.go(GoProgram.module(), List.of("vet", "./tricolor/..."));
        assertThat(GoProgram.go(GoProgram.module(), List.of("test", "-count=1", "./tricolor/...")))
                .contains("ok");
    }

    private Process start(String url) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(program.toString())
                .redirectOutput(folder.resolve("out").toFile())
                .redirectError(folder.resolve("err").toFile());
        builder.environment()
                .putAll(Map.of(
                        "TRICOLOR_URL",
                        url,
                        "TRICOLOR_INTERVAL",
                        "20ms",
                        "TRICOLOR_LABEL_KIND",
                        "test",
                        "TRICOLOR_TEE",
                        folder.resolve("tee").toString()));
        return builder.start();
    }

    private void endOf(Process running) throws Exception {
        running.getOutputStream().close();
        try {
            assertThat(running.waitFor(30, TimeUnit.SECONDS)).isTrue();
            assertThat(running.exitValue()).isZero();
        } finally {
            running.destroyForcibly();
        }
    }

    /** Same bytes, each line JSON, nothing counted as lost, and every number told once. */
    private void check(SessionLog log) throws IOException {
        assertThat(log.chunks()).hasSize(1);
        Path stored = log.chunks().get(0);
        assertThat(stored).hasSameBinaryContentAs(folder.resolve("tee"));
        List<JsonNode> lines = new ArrayList<>();
        for (String line : Files.readAllLines(stored)) {
            lines.add(JSON.readTree(line));
        }
        assertThat(lines.get(0).path("t").asText()).isEqualTo("info");
        List<JsonNode> told = lines.stream()
                .filter(l -> l.path("t").asText().equals("workload"))
                .toList();
        for (int i = 0; i < told.size() - 1; i++) {
            assertThat(told.get(i).path("operations").asLong()).isEqualTo(i);
        }
        assertThat(told.get(told.size() - 1).at("/result/held").asBoolean()).isTrue();
        JsonNode last = lines.stream()
                .filter(l -> l.path("t").asText().equals("agent"))
                .reduce((former, latter) -> latter)
                .orElseThrow();
        assertThat(last.path("lostBytes").asLong()).isZero();
    }

    /** Bytes on disk, whoever wrote them. */
    private long bytesHeld() throws IOException {
        try (Stream<Path> files = Files.walk(folder.resolve("data"))) {
            return files.filter(f -> f.toString().endsWith(".ndjson"))
                    .mapToLong(f -> f.toFile().length())
                    .sum();
        }
    }
}
