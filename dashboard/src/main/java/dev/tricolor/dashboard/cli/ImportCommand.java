package dev.tricolor.dashboard.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tricolor.dashboard.watch.GoTraceFile;
import dev.tricolor.dashboard.watch.HostName;
import dev.tricolor.dashboard.watch.IngestClient;
import dev.tricolor.dashboard.watch.LogLine;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Makes sessions of files: JFR recordings, and saved traces of Go programs. */
@Command(
        name = "import",
        description =
                "Makes a session of a JFR recording or of a saved Go trace (GODEBUG=gctrace=1), whatever else stands"
                        + " in its file.",
        mixinStandardHelpOptions = true,
        sortOptions = false)
@SuppressWarnings("NullAway.Init") // picocli sets the fields
final class ImportCommand implements Callable<Integer> {
    private static final byte[] JFR_MAGIC = {'F', 'L', 'R', 0};
    private static final int BLOCK_BYTES = 512 << 10;
    private static final Duration REQUEST = Duration.ofSeconds(30);

    @Spec
    private CommandSpec spec;

    @Parameters(arity = "1..*", paramLabel = "FILE", description = "JFR recordings, logs with a Go trace in them.")
    private List<Path> files = List.of();

    @Mixin
    private JsonOption json;

    @Mixin
    private ClientOptions options;

    @Override
    public Integer call() throws Exception {
        Output output = new Output(spec);
        ArrayNode made = JsonNodeFactory.instance.arrayNode();
        int exitCode = ExitCode.FINE;
        try (DashboardAccess access = options.toRead()) {
            for (Path file : files) {
                try {
                    take(file, access.client(), made);
                } catch (Complaint e) {
                    output.note("tricolor: " + e.getMessage());
                    exitCode = Math.max(exitCode, e.exitCode());
                }
            }
            if (json.wanted()) {
                output.json(made);
            } else {
                made.forEach(each -> output.text(each.path("file").asText() + ": "
                        + each.path("what").asText() + ": "
                        + (access.own().isEmpty()
                                ? each.path("url").asText()
                                : "session " + each.path("session").asText())));
            }
        }
        return exitCode;
    }

    private static void take(Path file, DashboardClient dashboard, ArrayNode made)
            throws IOException, InterruptedException {
        if (!Files.isRegularFile(file) || !Files.isReadable(file)) {
            throw Complaint.usage(
                    "cannot read " + file, Files.exists(file) ? "it is no readable file" : "no such file");
        }
        try {
            if (recordingBegins(file)) {
                recording(file, dashboard, made);
            } else {
                trace(file, dashboard, made);
            }
        } catch (IOException e) {
            throw Complaint.couldNotRun("could not import " + file, String.valueOf(e.getMessage()));
        }
    }

    private static boolean recordingBegins(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return Arrays.equals(in.readNBytes(JFR_MAGIC.length), JFR_MAGIC);
        }
    }

    private static void recording(Path file, DashboardClient dashboard, ArrayNode made)
            throws IOException, InterruptedException {
        IngestClient session = client(dashboard);
        long sent = session.open(opening(name(file), "jvm", "jfr"));
        long kept;
        try (InputStream in = Files.newInputStream(file)) {
            for (byte[] block = in.readNBytes(BLOCK_BYTES); block.length > 0; block = in.readNBytes(BLOCK_BYTES)) {
                sent = session.append(sent, block);
            }
            kept = session.end("imported");
        } catch (IOException e) {
            dashboard.delete(session.id().toString()); // rather nothing than a part
            throw e;
        }
        if (kept == 0) {
            dashboard.delete(session.id().toString());
            throw Complaint.couldNotRun(
                    file + " has no chunk that a JVM wrote to its end",
                    "recordings that other tools wrote cannot be imported");
        }
        String rest = kept == sent ? "" : "; the last " + (sent - kept) + " bytes, behind the last flush, are left out";
        told(made, file, dashboard, session, "JFR recording, " + Units.bytes((double) kept) + rest);
    }

    private static void trace(Path file, DashboardClient dashboard, ArrayNode made)
            throws IOException, InterruptedException {
        GoTraceFile trace = GoTraceFile.read(file);
        if (trace.collections() == 0) {
            throw Complaint.usage(
                    file + " is neither a JFR recording nor has it a line of a Go trace",
                    "a .jfr file, or what a Go program printed with GODEBUG=gctrace=1");
        }
        long end = LogLine.nanos(Files.getLastModifiedTime(file).toInstant());
        int number = 0;
        for (List<String> program : trace.programs()) {
            number++;
            IngestClient session = client(dashboard);
            String name = name(file) + (trace.programs().size() == 1 ? "" : " (" + number + ")");
            long offset = session.open(opening(name, "go", "ndjson"));
            byte[] log = log(program, end, trace);
            for (int at = 0; at < log.length; at += BLOCK_BYTES) {
                offset = session.append(offset, Arrays.copyOfRange(log, at, Math.min(log.length, at + BLOCK_BYTES)));
            }
            session.end("imported");
            long collections = program.stream().filter(l -> l.startsWith("gc ")).count();
            told(
                    made,
                    file,
                    dashboard,
                    session,
                    "Go trace, " + collections + " collections; in the file " + trace.damaged()
                            + " damaged trace lines and " + trace.others() + " other lines skipped");
        }
    }

    /** A trace tells times from its program's start only: the file's last change stands for its last line. */
    private static byte[] log(List<String> program, long end, GoTraceFile trace) {
        long length = 0;
        for (String line : program) {
            length = GoTraceFile.nanos(line, length);
        }
        long base = end - length;
        ObjectNode info = LogLine.of("info", base).put("agent", "tricolor import");
        info.putObject("missing")
                .put("go", "a trace does not tell it")
                .put("gogc", "a trace does not tell it")
                .put("start", "a trace does not tell it; the file's last change stands for the last line's time");
        info.put("skippedLines", trace.others()).put("damagedLines", trace.damaged());
        ByteArrayOutputStream log = new ByteArrayOutputStream();
        log.writeBytes(LogLine.bytes(info));
        long at = 0;
        for (String line : program) {
            at = GoTraceFile.nanos(line, at);
            log.writeBytes(LogLine.bytes(LogLine.of("gctrace", base + at).put("line", line)));
        }
        return log.toByteArray();
    }

    private static IngestClient client(DashboardClient dashboard) {
        return new IngestClient(dashboard.agentAddress(), dashboard.token(), REQUEST);
    }

    private static IngestClient.Opening opening(String name, String runtime, String format) {
        return new IngestClient.Opening(name, runtime, format, HostName.find(), 0, Map.of("imported", "yes"));
    }

    private static String name(Path file) {
        return String.valueOf(file.getFileName());
    }

    private static void told(ArrayNode made, Path file, DashboardClient dashboard, IngestClient session, String what) {
        made.addObject()
                .put("file", file.toString())
                .put("what", what)
                .put("session", session.id().toString())
                .put("url", dashboard.page(session.id().toString()).toString());
    }
}
