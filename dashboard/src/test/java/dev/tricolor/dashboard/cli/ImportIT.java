package dev.tricolor.dashboard.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.tricolor.dashboard.RealRecording;
import dev.tricolor.dashboard.log.SessionLog;
import dev.tricolor.dashboard.log.SessionStore;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files become sessions; what is neither a recording nor a trace is refused in one line. */
class ImportIT {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String GC = "gc %d @%s 4%%: 0.031+1.2+0.004 ms clock, 0.062+0.10/0.95/0.002+0.008 ms cpu,"
            + " 7->8->4 MB, 8 MB goal, 0 MB stacks, 0 MB globals, 2 P";

    @TempDir
    Path folder;

    @Test
    void recording_isStoredWithEveryEvent() throws Exception {
        Path file = Files.write(folder.resolve("app.jfr"), RealRecording.bytes());

        CliRun run = CliRun.of(
                "import", file.toString(), "--data", folder.resolve("data").toString());

        assertThat(run.err()).isEmpty();
        assertThat(run.exitCode()).isZero();
        try (SessionStore store = SessionStore.open(folder.resolve("data").resolve("sessions"))) {
            SessionLog log = store.sessions().get(0);
            assertThat(log.meta().name()).isEqualTo("app.jfr");
            assertThat(log.meta().labels()).containsEntry("imported", "yes");
            assertThat(log.meta().ended()).isPresent();
            assertThat(RealRecording.counts(log.chunks().toArray(Path[]::new)))
                    .isEqualTo(RealRecording.counts(file))
                    .containsKey("jdk.GCPhasePause");
        }
    }

    @Test
    void trace_isFoundAmongOtherText_andGarbageIsCounted() throws Exception {
        Path file = Files.write(
                folder.resolve("server.log"),
                List.of(
                        "starting",
                        GC.formatted(1, "0.100s"),
                        "2024-05-01T10:00:00 stderr " + GC.formatted(2, "0.250s") + "\r",
                        GC.formatted(3, "0.300s").substring(0, 60),
                        "\u0000\u0001 garbage",
                        "GC forced",
                        GC.formatted(4, "1.5s") + " (forced)",
                        GC.formatted(1, "0.050s")),
                StandardCharsets.ISO_8859_1);
        Instant changed = Instant.parse("2024-05-01T10:00:02Z");
        Files.setLastModifiedTime(file, FileTime.from(changed));

        CliRun run = CliRun.of(
                "import",
                "--json",
                file.toString(),
                "--data",
                folder.resolve("data").toString());

        assertThat(run.err()).isEmpty();
        assertThat(run.exitCode()).isZero();
        JsonNode made = JSON.readTree(run.out());
        assertThat(made).hasSize(2); // the last line is another program's
        assertThat(made.get(0).path("what").asText())
                .isEqualTo("Go trace, 3 collections; in the file 1 damaged trace lines and 2 other lines skipped");
        try (SessionStore store = SessionStore.open(folder.resolve("data").resolve("sessions"))) {
            SessionLog log = store.sessions().stream()
                    .filter(s -> s.meta().name().equals("server.log (1)"))
                    .findFirst()
                    .orElseThrow();
            assertThat(log.meta().labels()).containsEntry("imported", "yes");
            List<String> lines = Files.readAllLines(log.chunks().get(0));
            assertThat(lines).hasSize(5);
            JsonNode info = JSON.readTree(lines.get(0));
            assertThat(info.path("agent").asText()).isEqualTo("tricolor import");
            assertThat(info.has("start")).isFalse();
            JsonNode second = JSON.readTree(lines.get(2));
            assertThat(second.path("line").asText()).isEqualTo(GC.formatted(2, "0.250s"));
            JsonNode last = JSON.readTree(lines.get(4));
            assertThat(last.path("at").asLong()).isEqualTo(changed.getEpochSecond() * 1_000_000_000L);
            assertThat(last.path("at").asLong() - second.path("at").asLong()).isEqualTo(1_250_000_000L);
        }
    }

    @Test
    void fileThatIsNeither_isOneLine_andTheOthersAreTaken() throws Exception {
        Path text = Files.writeString(folder.resolve("notes.txt"), "gc is fun\n");
        Path torn = Files.write(folder.resolve("torn.jfr"), java.util.Arrays.copyOf(RealRecording.bytes(), 200));
        Path good = Files.writeString(folder.resolve("good.log"), GC.formatted(1, "0.1s"));
        String data = "--data=" + folder.resolve("data");

        CliRun neither = CliRun.of("import", text.toString(), data);
        assertThat(neither.exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(neither.err())
                .isEqualTo("tricolor: " + text
                        + " is neither a JFR recording nor has it a line of a Go trace: a .jfr file,"
                        + " or what a Go program printed with GODEBUG=gctrace=1\n");
        CliRun missing = CliRun.of("import", folder.resolve("none").toString(), data);
        assertThat(missing.exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(missing.err()).isEqualTo("tricolor: cannot read " + folder.resolve("none") + ": no such file\n");
        CliRun both = CliRun.of("import", torn.toString(), good.toString(), data);
        assertThat(both.exitCode()).isEqualTo(ExitCode.COULD_NOT_RUN);
        assertThat(both.err().lines()).as(both.err()).hasSize(1);
        assertThat(both.out()).contains("good.log: Go trace, 1 collections");
        try (SessionStore store = SessionStore.open(folder.resolve("data").resolve("sessions"))) {
            assertThat(store.sessions()).hasSize(1);
        }
    }
}
