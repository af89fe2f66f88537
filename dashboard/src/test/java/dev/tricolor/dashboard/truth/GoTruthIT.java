package dev.tricolor.dashboard.truth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.tricolor.dashboard.Needs;
import dev.tricolor.dashboard.analysis.EffectiveGogc;
import dev.tricolor.dashboard.analysis.SessionSummary;
import dev.tricolor.dashboard.decode.Timelines;
import dev.tricolor.dashboard.gc.CpuSample;
import dev.tricolor.dashboard.gc.Cycle;
import dev.tricolor.dashboard.gc.GoHistogram;
import dev.tricolor.dashboard.gc.GoMetric;
import dev.tricolor.dashboard.gc.GoMetricSample;
import dev.tricolor.dashboard.gc.GoStops;
import dev.tricolor.dashboard.gc.GoTimeline;
import dev.tricolor.dashboard.gc.Pause;
import dev.tricolor.dashboard.gc.Timeline;
import dev.tricolor.dashboard.gc.TracedCycle;
import dev.tricolor.dashboard.log.SessionLog;
import dev.tricolor.dashboard.real.GoProgram;
import dev.tricolor.dashboard.real.TestDashboard;
import java.io.File;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * One run of a real Go program, seen by {@code runtime/metrics} and {@code ReadGCStats} from inside and by the runtime's own
 * trace from outside: what the dashboard makes of them must agree with both, and both with each other.
 */
class GoTruthIT {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final long MIB = 1 << 20;
    /** Number, the three clock times, heap at start, at the end and marked, goal: read without the dashboard's own parser. */
    private static final Pattern TRACE = Pattern.compile(
            "^gc (\\d+) @.*%: ([\\d.]+)\\+([\\d.]+)\\+([\\d.]+) ms clock, .* (\\d+)->(\\d+)->(\\d+) MB, (\\d+) MB goal, .*$");

    @TempDir
    Path folder;

    private final Map<Integer, Matcher> trace = new HashMap<>();

    @Test
    void sessionAgreesWithTheTrace_andWithTheRuntimesOwnNumbers() throws Exception {
        JsonNode said = run(Needs.go());
        readTrace();
        Timelines.Snapshot session = ingest();
        assertThat(session.problems()).isEmpty();
        Timeline t = session.timeline();
        cyclesAreEqual(t, said);
        pausesAreTheTraces(t);
        stopsAddUpToReadGcStats(t);
        goalsAreTheRuntimes(t.go());
        CpuSample last = t.cpu().get(t.cpu().size() - 1);
        long rusage = said.path("userNs").asLong() + said.path("systemNs").asLong();
        assertThat(last.cpu().toNanos()).as("CPU time by getrusage").isCloseTo(rusage, within(50_000_000L));
        assertThat(EffectiveGogc.of(t).percent().optional().orElseThrow())
                .as("GOGC is 100")
                .isBetween(80.0, 125.0);
    }

    /** The same of a run that the Go agent sends: a canned workload, whose trace is appended as the runner does it. */
    @Test
    void sessionOfTheGoAgent_agreesWithTheTraceAndWithTheRuntimesGoal() throws Exception {
        Needs.go();
        Path program = folder.resolve("tricolor-workloads");
        GoProgram.go(GoProgram.module(), List.of("build", "-o", program.toString(), "./cmd/tricolor-workloads"));
        try (TestDashboard dashboard = TestDashboard.start(folder.resolve("data"))) {
            ProcessBuilder run = new ProcessBuilder(program.toString(), "churn", "--ops=6m", "--gogc=100");
            run.environment().keySet().removeIf(key -> key.startsWith("TRICOLOR_") || key.startsWith("GO"));
            run.environment()
                    .putAll(Map.of(
                            "GODEBUG", "gctrace=1",
                            "TRICOLOR_URL", dashboard.url(),
                            "TRICOLOR_NAME", "agent",
                            "TRICOLOR_INTERVAL", "20ms"));
            JsonNode said = JSON.readTree(finished(run, Redirect.to("trace")));
            readTrace();
            SessionLog log = dashboard.awaitEndedLog("agent");
            byte[] lines = String.join("", traceLines(System.currentTimeMillis() * 1_000_000))
                    .getBytes(StandardCharsets.UTF_8);
            log.append(log.size(), lines, lines.length);

            Timeline t = dashboard.timelines().current(log.meta().id()).timeline();
            assertThat(t.cycles()).extracting(Cycle::gcId).containsExactlyInAnyOrderElementsOf(trace.keySet());
            pausesAreTheTraces(t);
            goalsAreTheRuntimes(t.go());
            SessionSummary summary = SessionSummary.of(t);
            assertThat(summary.cycles().count().optional().orElseThrow())
                    .as("cycles of the measured part, by the runtime's own counter")
                    .isCloseTo(said.path("numGC").asLong(), within(1L));
            long told = said.path("processCpuNs").asLong();
            assertThat(summary.cpu().process().optional().orElseThrow())
                    .as("CPU time by getrusage")
                    .isCloseTo(told, within(told / 20 + 50_000_000L));
        }
    }

    private List<String> traceLines(long at) throws Exception {
        List<String> lines = new ArrayList<>();
        for (String line : Files.readAllLines(folder.resolve("trace"))) {
            lines.add(JSON.writeValueAsString(Map.of("t", "gctrace", "at", at, "line", line)) + "\n");
        }
        return lines;
    }

    private JsonNode run(Path go) throws Exception {
        Path source = folder.resolve("main.go");
        try (var in = GoTruthIT.class.getResourceAsStream("gosampler/main.go")) {
            Files.copy(java.util.Objects.requireNonNull(in), source);
        }
        Path program = folder.resolve("program");
        ProcessBuilder build = new ProcessBuilder(go.toString(), "build", "-o", program.toString(), source.toString());
        assertThat(finished(build, Redirect.to("build.err"))).as("go build").isEmpty();
        ProcessBuilder run = new ProcessBuilder(
                program.toString(), folder.resolve("own.ndjson").toString(), "4000000");
        run.environment().put("GODEBUG", "gctrace=1");
        run.environment().remove("GOGC");
        run.environment().remove("GOMEMLIMIT");
        return JSON.readTree(finished(run, Redirect.to("trace")));
    }

    /** A file in the test's folder. */
    private record Redirect(String name) {
        static Redirect to(String name) {
            return new Redirect(name);
        }
    }

    private String finished(ProcessBuilder command, Redirect errors) throws Exception {
        File err = folder.resolve(errors.name()).toFile();
        Process p = command.directory(folder.toFile()).redirectError(err).start();
        String out = new String(p.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(p.waitFor(120, TimeUnit.SECONDS)).isTrue();
        assertThat(p.exitValue()).as(Files.readString(err.toPath())).isZero();
        return out;
    }

    private void readTrace() throws Exception {
        for (String line : Files.readAllLines(folder.resolve("trace"))) {
            Matcher m = TRACE.matcher(line);
            assertThat(m.matches()).as(line).isTrue();
            trace.put(Integer.parseInt(m.group(1)), m);
        }
        assertThat(trace).as("cycles to compare").hasSizeGreaterThan(10);
    }

    /** What the program wrote, then the trace's lines behind it as a runner appends them; in pieces, over HTTP. */
    private Timelines.Snapshot ingest() throws Exception {
        List<String> lines = new ArrayList<>(Files.readAllLines(folder.resolve("own.ndjson")));
        long at = JSON.readTree(lines.get(lines.size() - 1)).path("at").asLong();
        for (String line : Files.readAllLines(folder.resolve("trace"))) {
            lines.add(JSON.writeValueAsString(Map.of("t", "gctrace", "at", at + 3_000_000_000L, "line", line)));
        }
        byte[] log = (String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8);
        try (TestDashboard dashboard = TestDashboard.start(folder.resolve("data"))) {
            String session = dashboard.url() + "/api/sessions/" + UUID.randomUUID();
            ask("PUT", session + "?name=truth&runtime=go&format=ndjson&host=here&pid=1", new byte[0]);
            for (int from = 0; from < log.length; from += 300_000) {
                int to = Math.min(log.length, from + 300_000);
                ask("POST", session + "/log?offset=" + from, java.util.Arrays.copyOfRange(log, from, to));
            }
            ask("POST", session + "/end?reason=exit", new byte[0]);
            return dashboard.awaitEnded("truth");
        }
    }

    private static void ask(String method, String url, byte[] body) throws Exception {
        HttpResponse<String> answer = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create(url))
                                .method(method, HttpRequest.BodyPublishers.ofByteArray(body))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    }

    private void cyclesAreEqual(Timeline t, JsonNode said) {
        assertThat(t.cycles()).extracting(Cycle::gcId).containsExactlyInAnyOrderElementsOf(trace.keySet());
        assertThat(t.cycles()).allMatch(Cycle::timed);
        assertThat(t.go().newest(GoMetric.CYCLES)).hasValue(trace.size());
        assertThat(said.path("cycles").asInt()).isEqualTo(trace.size());
    }

    private void pausesAreTheTraces(Timeline t) {
        Map<Integer, List<Pause>> byCycle = t.pauses().stream().collect(Collectors.groupingBy(Pause::gcId));
        trace.forEach((n, m) -> {
            List<Pause> pair = byCycle.getOrDefault(n, List.of());
            assertThat(pair).extracting(Pause::name).containsExactly(Pause.SWEEP_TERMINATION, Pause.MARK_TERMINATION);
            assertThat(pair.get(0).duration().toNanos() / 1e6).isCloseTo(Double.parseDouble(m.group(2)), within(1e-9));
            assertThat(pair.get(1).duration().toNanos() / 1e6).isCloseTo(Double.parseDouble(m.group(4)), within(1e-9));
        });
    }

    /**
     * The trace cuts its numbers off. A stop that was in vain, after which marking went on, is in the sum and in the
     * distribution, but in no line of the trace; a thread that loses its processor just before it asks for the stop makes
     * the trace's number longer than the sum. So a fifth may differ.
     */
    private void stopsAddUpToReadGcStats(Timeline t) throws Exception {
        int within = 0;
        for (String line : Files.readAllLines(folder.resolve("own.ndjson"))) {
            JsonNode l = JSON.readTree(line);
            if (l.path("t").asText().equals("pauses")) {
                Matcher m = trace.get(l.path("cycle").asInt());
                double sum = l.path("pauseNs").asLong() / 1e6;
                double least = Double.parseDouble(m.group(2)) + Double.parseDouble(m.group(4));
                double most = least + step(m.group(2)) + step(m.group(4)) + 0.002;
                within += sum > least - 0.002 && sum <= most ? 1 : 0;
            }
        }
        long counted = t.go().stops().stream()
                .filter(s -> s.histogram() == GoHistogram.GC_STOPS)
                .mapToLong(GoStops::count)
                .sum();
        long inVain = counted - 2L * trace.size();
        assertThat(inVain).as("stops beyond two a cycle").isBetween(0L, (long) trace.size() / 2);
        assertThat(within).as("sums within the trace's digits").isGreaterThanOrEqualTo(trace.size() * 4 / 5);
    }

    /** What the last printed digit stands for. */
    private static double step(String number) {
        int point = number.indexOf('.');
        return point < 0 ? 1 : Math.pow(10, point + 1 - number.length());
    }

    /**
     * Between the end of cycle n and the end of the next, the metrics tell the goal that the next line prints, and it is
     * marked + (marked + stacks + globals) × GOGC / 100, to the byte.
     */
    private void goalsAreTheRuntimes(GoTimeline go) {
        int compared = 0;
        for (GoMetricSample live : go.readings(GoMetric.HEAP_LIVE)) {
            int n = (int) at(go, GoMetric.CYCLES, live);
            Matcher marked = trace.get(n);
            Matcher next = trace.get(n + 1);
            if (marked == null || next == null) {
                continue;
            }
            long goal = at(go, GoMetric.HEAP_GOAL, live);
            long base = (long) live.value() + at(go, GoMetric.SCAN_STACK, live) + at(go, GoMetric.SCAN_GLOBALS, live);
            assertThat(goal).as("goal after cycle " + n).isEqualTo(Math.max((long) live.value() + base, 4 * MIB));
            assertThat(goal / MIB).as(next.group()).isEqualTo(Long.parseLong(next.group(8)));
            assertThat((long) live.value() / MIB).as(marked.group()).isEqualTo(Long.parseLong(marked.group(7)));
            compared++;
        }
        assertThat(compared).as("goals compared").isGreaterThan(5);
        assertThat(go.cycles()).extracting(TracedCycle::goalBytes).allMatch(g -> g % MIB == 0);
    }

    private static long at(GoTimeline go, GoMetric metric, GoMetricSample when) {
        return (long) go.at(metric, when.at()).orElseThrow().value();
    }
}
