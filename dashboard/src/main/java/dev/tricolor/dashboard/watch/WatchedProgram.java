package dev.tricolor.dashboard.watch;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

/**
 * A program that runs as it would without us, but that the runtime's trace lines go to a dashboard: same input, output, exit
 * code, and standard error but for those lines.
 */
public final class WatchedProgram {

    /**
     * What to run and how.
     *
     * @param command the program and its arguments
     * @param name of the session
     * @param keepTrace leaves the trace lines in its standard error
     * @param patience after which a program without trace lines is remarked on
     */
    public record Settings(List<String> command, String name, boolean keepTrace, Duration patience) {}

    private static final int BACKLOG_BYTES = 4 << 20;
    private static final Duration REQUEST = Duration.ofSeconds(5);
    private static final long LOOK_MILLIS = 100;
    private static final long LOOKS_A_LINE = 10;
    private static final Duration SENT_WITHIN = Duration.ofSeconds(5);

    private final Settings settings;
    private final IngestClient client;
    private final Consumer<String> note;
    private final CompletableFuture<LogUpload> upload = new CompletableFuture<>();
    private final AtomicLong traceLines = new AtomicLong();
    private final Instant base = Instant.now();
    private final long baseNanos = System.nanoTime();
    private Optional<ObjectNode> lastReading = Optional.empty();

    /** Nothing runs yet. {@code note} gets a line where the user should know something. */
    public WatchedProgram(Settings settings, URI dashboard, Optional<String> token, Consumer<String> note) {
        this.settings = settings;
        this.client = new IngestClient(dashboard, token, REQUEST);
        this.note = note;
    }

    /** The session's id. */
    public String session() {
        return client.id().toString();
    }

    /**
     * Runs it to its end.
     *
     * @return its exit code, 128 and the signal's number where a signal ended it
     * @throws NotStartedException where there is no such program
     */
    public int run() throws IOException, InterruptedException {
        Path folder = Files.createTempDirectory("tricolor-watch");
        try {
            StderrPump pump =
                    new StderrPump(folder, new FileOutputStream(FileDescriptor.err), keepsTrace(), this::trace);
            Process child = start(pump);
            Signals.handOnTo(child.pid());
            LogUpload to = new LogUpload(client, opening(child), LogLine.bytes(info(child)), BACKLOG_BYTES);
            upload.complete(to);
            follow(child, to);
            pump.awaitEnd();
            finish(child, pump, to);
            return child.exitValue();
        } finally {
            Files.deleteIfExists(folder.resolve(StderrPump.NAME));
            Files.delete(folder);
        }
    }

    /** One who asks for the trace by himself expects to see it. */
    private boolean keepsTrace() {
        return settings.keepTrace() || GoDebug.traces(godebug());
    }

    private static String godebug() {
        return System.getenv().getOrDefault("GODEBUG", "");
    }

    private Process start(StderrPump pump) throws NotStartedException {
        ProcessBuilder builder = new ProcessBuilder(settings.command())
                .redirectInput(ProcessBuilder.Redirect.INHERIT)
                .redirectOutput(ProcessBuilder.Redirect.INHERIT)
                .redirectError(pump.redirect());
        builder.environment().put("GODEBUG", GoDebug.withTrace(godebug()));
        pump.start();
        try {
            return builder.start();
        } catch (IOException e) {
            throw NotStartedException.of(settings.command().get(0), e);
        }
    }

    private void trace(String line) {
        traceLines.incrementAndGet();
        upload.join().add(LogLine.bytes(LogLine.of("gctrace", now()).put("line", line)));
    }

    private void follow(Process child, LogUpload to) throws InterruptedException {
        ChildProcess procfs = new ChildProcess(child.pid());
        long until = System.nanoTime() + settings.patience().toNanos();
        boolean remarked = false;
        for (long look = 0; !child.waitFor(LOOK_MILLIS, TimeUnit.MILLISECONDS); look++) {
            Optional<ObjectNode> reading = procfs.read(now());
            lastReading = reading.or(() -> lastReading);
            if (look % LOOKS_A_LINE == 0) {
                reading.ifPresent(line -> to.add(LogLine.bytes(line)));
                to.add(LogLine.bytes(observer(to.counts())));
            }
            if (!remarked && traceLines.get() == 0 && System.nanoTime() > until) {
                remarked = true;
                note.accept(
                        "no trace lines yet: is it a Go program? (Go collects first when it has allocated some 4 MB,"
                                + " or after two minutes)");
            }
        }
    }

    private void finish(Process child, StderrPump pump, LogUpload to) throws InterruptedException {
        lastReading.ifPresent(line -> to.add(LogLine.bytes(line))); // up to 0.1 s before the end
        ObjectNode exit = LogLine.of("exit", now()).put("code", child.exitValue());
        if (pump.cut() > 0) {
            exit.put("cutLines", pump.cut());
        }
        to.add(LogLine.bytes(exit));
        if (!to.close(SENT_WITHIN) && to.counts().backlogBytes() > 0) {
            note.accept("the dashboard has not taken all: " + to.counts().backlogBytes() + " bytes are lost");
        }
    }

    private long now() {
        return LogLine.nanos(base) + System.nanoTime() - baseNanos;
    }

    private ObjectNode observer(LogUpload.Counts counts) {
        return LogLine.of("agent", now())
                .put("sentBytes", counts.sentBytes())
                .put("backlogBytes", counts.backlogBytes())
                .put("lostBytes", counts.lostBytes())
                .put("lostLines", counts.lostLines())
                .put("failures", counts.failures());
    }

    private IngestClient.Opening opening(Process child) {
        return new IngestClient.Opening(settings.name(), "go", "ndjson", HostName.find(), child.pid(), Map.of());
    }

    private ObjectNode info(Process child) {
        long start = now(); // the program has just been executed; its runtime counts from about a millisecond later
        ObjectNode info = LogLine.of("info", start).put("agent", "tricolor watch");
        ObjectNode missing = LogLine.missing();
        GoBinary.of(settings.command().get(0), System.getenv())
                .ifPresentOrElse(
                        binary -> {
                            info.put("go", binary.version());
                            binary.greenTea().ifPresent(is -> info.put("greentea", is));
                        },
                        () -> missing.put("go", "the command is no Go program itself; one that it starts may be"));
        info.put("cpus", Runtime.getRuntime().availableProcessors());
        knobs(info, missing);
        info.put("pid", child.pid())
                .put("start", start)
                .put("intervalNs", LOOK_MILLIS * LOOKS_A_LINE * 1_000_000)
                .put("godebug", GoDebug.withTrace(godebug()));
        ArrayNode args = info.putArray("args");
        MaskedArguments.of(settings.command()).forEach(args::add);
        info.set("missing", missing);
        return info;
    }

    private static void knobs(ObjectNode info, ObjectNode missing) {
        String gogc = System.getenv().getOrDefault("GOGC", "");
        if (gogc.matches("\\d{1,9}")) {
            info.put("gogc", Integer.parseInt(gogc));
        } else if (gogc.equals("off")) {
            info.put("gogc", -1);
        } else {
            missing.put("gogc", "the trace does not tell it, and GOGC is not set: 100 unless the program sets it");
        }
        missing.put("memlimit", "the trace does not tell it");
    }

    /** There is no such program, or it can't be run. */
    public static final class NotStartedException extends IOException {
        private static final long serialVersionUID = 1L;
        private static final int NOT_FOUND = 127;
        private static final int NOT_EXECUTABLE = 126;

        private final int exitCode;

        private NotStartedException(String message, int exitCode) {
            super(message);
            this.exitCode = exitCode;
        }

        private static NotStartedException of(String command, IOException cause) {
            String says = String.valueOf(cause.getMessage());
            return says.contains("error=2,")
                    ? new NotStartedException(command + ": no such program", NOT_FOUND)
                    : new NotStartedException(
                            command + " cannot be run (" + says.replaceFirst(".*error=\\d+, ", "") + ")",
                            NOT_EXECUTABLE);
        }

        /** As shells have it: 127 where there is none, 126 where it can't be run. */
        public int exitCode() {
            return exitCode;
        }
    }
}
