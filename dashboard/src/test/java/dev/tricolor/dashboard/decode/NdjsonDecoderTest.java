package dev.tricolor.dashboard.decode;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tricolor.dashboard.decode.go.GoLog;
import dev.tricolor.dashboard.gc.Cycle;
import dev.tricolor.dashboard.log.SessionLog;
import dev.tricolor.dashboard.log.SessionMeta;
import dev.tricolor.dashboard.log.SessionStore;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A Go process's log is decoded while it grows, wherever it is cut. */
class NdjsonDecoderTest {

    @TempDir
    Path root;

    private static SessionLog open(SessionStore store) throws Exception {
        return store.openSession(new SessionMeta(
                UUID.randomUUID(), "app", "go", "ndjson", "", 1, Instant.now(), Optional.empty(), "", Map.of()));
    }

    private static String trace(int n) {
        String line =
                "gc " + n + " @0." + (100 + n) + "s 1%: 1.0+10+1.0 ms clock, 2.0+1.0/4.0/0+2.0 ms cpu, 8->9->7 MB,"
                        + " 9 MB goal, 0 MB stacks, 0 MB globals, 2 P";
        return GoLog.json(200, "gctrace", "\"line\":\"" + line + "\"");
    }

    @Test
    void eachLine_isDecodedOnce_whereverTheLogIsCut() throws Exception {
        StringBuilder text = new StringBuilder(
                GoLog.json(0, "info", "\"go\":\"go1.26.8\",\"procs\":2,\"start\":" + GoLog.ns(0)) + "\n");
        for (int n = 1; n <= 40; n++) {
            text.append(trace(n)).append('\n');
        }
        byte[] bytes = (text + "no JSON, but ümläuts\n").getBytes(StandardCharsets.UTF_8);
        try (SessionStore store = SessionStore.open(root);
                Timelines timelines = new Timelines(store)) {
            SessionLog log = open(store);
            UUID id = log.meta().id();
            for (int at = 0; at < bytes.length; at += 97) {
                byte[] part = Arrays.copyOfRange(bytes, at, Math.min(bytes.length, at + 97));
                log.append(at, part, part.length);
                int complete = (int) new String(bytes, 0, at + part.length, StandardCharsets.UTF_8)
                        .lines()
                        .filter(l -> l.endsWith("}") && l.contains("gctrace"))
                        .count();
                assertThat(timelines.current(id).timeline().cycles().size())
                        .as("cycles after %d bytes", at + part.length)
                        .isBetween(complete - 1, complete);
            }
            Timelines.Snapshot now = timelines.current(id);
            assertThat(now.timeline().cycles())
                    .extracting(Cycle::gcId)
                    .hasSize(40)
                    .doesNotHaveDuplicates();
            assertThat(now.counts()).isEqualTo(Map.of("info", 1L, "gctrace", 40L));
            assertThat(now.problems())
                    .containsExactly("1 line of the log was left out: not a JSON object with t and at (line 42)");
            assertThat(now.dataUntil()).isAfter(GoLog.at(100));
        }
    }

    @Test
    void aLineThatIsCutAtTheEnd_waits_andIsSaidWhenTheSessionHasEnded() throws Exception {
        try (SessionStore store = SessionStore.open(root);
                Timelines timelines = new Timelines(store)) {
            SessionLog log = open(store);
            UUID id = log.meta().id();
            byte[] line = trace(1).getBytes(StandardCharsets.UTF_8);
            log.append(0, line, line.length);
            assertThat(timelines.current(id).timeline().cycles()).isEmpty();
            assertThat(timelines.current(id).problems()).isEmpty();
            log.end("exit");
            assertThat(timelines.current(id).problems())
                    .containsExactly("the log's last line is cut off (" + line.length + " bytes)");
            log.append(line.length, new byte[] {'\n'}, 1);
            assertThat(timelines.current(id).timeline().cycles()).hasSize(1);
            assertThat(timelines.current(id).problems()).isEmpty();
        }
    }
}
