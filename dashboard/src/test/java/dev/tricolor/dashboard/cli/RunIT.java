package dev.tricolor.dashboard.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.microsoft.playwright.Page;
import dev.tricolor.dashboard.Needs;
import dev.tricolor.dashboard.real.Chromium;
import dev.tricolor.dashboard.results.RowRecord;
import dev.tricolor.dashboard.results.RunFolder;
import dev.tricolor.dashboard.results.RunStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/**
 * Matrices of real JVMs by the packaged command line: what they say, and that nothing is lost when they are cut off. The
 * longest of all tests, so its parts run side by side.
 */
@Execution(ExecutionMode.CONCURRENT)
class RunIT {
    private static final ObjectMapper JSON = new ObjectMapper();
    /** The counter moves by thread-local buffers: two threads, at both ends. */
    private static final double BUFFERS = 1 << 20;

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    @TempDir
    Path folder;

    private Path data() {
        return folder.resolve("data");
    }

    private String[] command(String... args) {
        List<String> all = new ArrayList<>(List.of("run"));
        all.addAll(List.of(args));
        all.addAll(List.of("--port", "0", "--data", data().toString()));
        return all.toArray(String[]::new);
    }

    @Test
    void repeatedMatrix_hasIntervalsAndAControl_andALboThatAnIndependentScriptConfirms() throws Exception {
        Packaged run = Packaged.run(
                folder,
                command(
                        "churn",
                        "--gc",
                        "serial,zgc",
                        "--jdk",
                        "17",
                        "--heap",
                        "128m",
                        "--ops",
                        "3m",
                        "--repeat",
                        "3",
                        "--baseline",
                        "serial-17",
                        "--json"));

        assertThat(run.exitCode()).as(run.err()).isZero();
        JsonNode evidence = JSON.readTree(run.out()).path("evidence");
        assertThat(evidence.at("/workloads/0/checksums")).hasSize(1);
        assertThat(evidence.path("setups")).hasSize(3).allSatisfy(setup -> {
            assertThat(setup.path("ok").asInt()).isEqualTo(3);
            assertThat(setup.at("/metrics/throughput/value/n").asInt()).isEqualTo(3);
            assertThat(setup.at("/metrics/throughput/value/half").asDouble()).isPositive();
            assertThat(setup.at("/steady/value/of").asInt()).isEqualTo(3);
        });
        JsonNode control = evidence.at("/setups/2");
        assertThat(control.at("/setup/control").asBoolean()).isTrue();
        assertThat(control.at("/ratios/throughput/value/n").asInt()).isEqualTo(3);

        RunFolder stored = new RunStore(data()).all().get(0);
        assertThat(script(stored.results())).isEqualTo(printed(evidence));
        stored.rows().forEach(RunIT::agreesWithTheAgentsCounters);
        reportDrawsItsRecordings(stored.id());
    }

    /** In a file, without the dashboard that they were read by. */
    private void reportDrawsItsRecordings(String run) throws Exception {
        Path file = folder.resolve("report.html");
        Packaged report = Packaged.run(folder, "report", run, "-o", file.toString(), "--data", data().toString());
        assertThat(report.exitCode()).as(report.err()).isZero();
        try (Chromium chromium = Chromium.start()) {
            Page page = chromium.offline();
            page.navigate(file.toUri().toString());
            Chromium.awaitPanels(page);
            assertThat(page.locator("#contrast-table tbody tr").count()).isEqualTo(3);
            assertThat(page.locator("#panel-headroom").innerText()).contains("several heaps", "--headroom 1.5,2,3,6");
            assertThat(ReportIT.drawn(page, "#panel-mmu canvas")).isGreaterThan(200);
            assertThat(ReportIT.drawn(page, "#panel-percentiles canvas")).isGreaterThan(200);
            assertThat(page.locator("[id^='panel-heap:'] canvas").count()).isEqualTo(2);
            chromium.assertNoComplaints();
        }
    }

    /** The workload's own counters, and the agent's over the same part. */
    private static void agreesWithTheAgentsCounters(RowRecord row) {
        double told = row.resultOrMissing().path("allocatedBytes").asDouble();
        double counted = row.summaryOrMissing().at("/allocation/total/value").asDouble();
        assertThat(counted).as(row.row() + " allocated").isCloseTo(told, within(told / 100 + BUFFERS));
        double cpu = row.resultOrMissing().path("processCpuNs").asDouble();
        double read = row.summaryOrMissing().at("/cpu/process/value").asDouble();
        assertThat(read).as(row.row() + " CPU").isBetween(cpu * 0.95 - 30e6, cpu * 1.05 + 30e6);
    }

    private static String printed(JsonNode evidence) {
        StringBuilder lines = new StringBuilder();
        evidence.path("setups")
                .forEach(setup -> lines.append(setup.path("key").asText())
                        .append('\t')
                        .append(overhead(setup.path("lboTime")))
                        .append('\t')
                        .append(overhead(setup.path("lboCpu")))
                        .append('\n'));
        return lines.toString();
    }

    private static String overhead(JsonNode figure) {
        JsonNode e = figure.path("value");
        return String.format(
                Locale.ROOT,
                "%.3f ±%.3f",
                e.path("mean").asDouble(),
                e.path("half").asDouble());
    }

    private String script(Path results) throws IOException, InterruptedException {
        Path out = folder.resolve("lbo.txt");
        Process python = new ProcessBuilder(
                        Needs.python().toString(),
                        Path.of("..", "docs", "scripts", "lbo.py").toString(),
                        results.toString())
                .redirectOutput(out.toFile())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        assertThat(python.waitFor()).isZero();
        return Files.readString(out);
    }

    @Test
    void killedChildAndKilledRunner_loseAndDoubleNoRow() throws Exception {
        Process runner = start(command(
                "churn",
                "--gc",
                "serial,parallel",
                "--jdk",
                "17",
                "--heap",
                "128m",
                "--ops",
                "3m",
                "--repeat",
                "3",
                "--no-control"));
        try {
            await().atMost(PATIENCE)
                    .until(() -> finished() == 1 && child(runner).isPresent());
            child(runner).orElseThrow().destroyForcibly();
            await().atMost(PATIENCE)
                    .until(() -> finished() == 3 && child(runner).isPresent());
        } catch (RuntimeException | Error e) {
            runner.destroyForcibly();
            throw e;
        }
        ProcessHandle orphan = child(runner).orElseThrow();
        runner.destroyForcibly().waitFor();
        await().atMost(PATIENCE).until(() -> !orphan.isAlive()); // a killed runner leaves no workload behind
        RunFolder stored = new RunStore(data()).all().get(0);
        List<RowRecord> before = stored.rows();
        assertThat(before).hasSize(3);

        Process interrupted = start(command("--resume", "last"));
        await().atMost(PATIENCE)
                .until(() -> finished() == 4 && child(interrupted).isPresent());
        interrupted.destroy();
        assertThat(interrupted.waitFor(1, TimeUnit.MINUTES)).isTrue();
        assertThat(Files.readString(folder.resolve("runner.err")))
                .contains("ended after 4 of 6 runs; go on with: tricolor run --resume " + stored.id());

        Packaged resumed = Packaged.run(folder, command("--resume", "last", "--json"));

        assertThat(resumed.exitCode()).as(resumed.err()).isZero();
        List<RowRecord> rows = stored.rows();
        assertThat(rows)
                .extracting(r -> r.row().number())
                .containsExactlyElementsOf(IntStream.rangeClosed(1, 6).boxed().toList());
        assertThat(Files.readAllLines(stored.results())).hasSize(6);
        assertThat(rows.subList(0, 3)).isEqualTo(before);
        assertThat(rows).extracting(RowRecord::outcome).containsExactly("ok", "killed", "ok", "ok", "ok", "ok");
        // the killed child may have died before its agent reached the dashboard
        assertThat(sessionsByRow())
                .as("sessions of each row")
                .allSatisfy((row, n) -> assertThat(n).isEqualTo(1));
        assertThat(sessionsByRow().keySet()).contains("1", "3", "4", "5", "6");
    }

    private TreeMap<String, Integer> sessionsByRow() throws IOException, InterruptedException {
        Packaged sessions = Packaged.run(folder, "sessions", "--json", "--data", data().toString());
        TreeMap<String, Integer> count = new TreeMap<>();
        JSON.readTree(sessions.out())
                .forEach(s -> count.merge(s.at("/session/labels/row").asText(), 1, Integer::sum));
        return count;
    }

    private int finished() throws IOException {
        List<RunFolder> all = new RunStore(data()).all();
        return all.isEmpty() ? 0 : all.get(0).rows().size();
    }

    private static Optional<ProcessHandle> child(Process runner) {
        return runner.children()
                .filter(p -> p.info().commandLine().orElse("").contains("tricolor-workloads.jar churn"))
                .findFirst();
    }

    private Process start(String... args) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-jar",
                Path.of("target", "tricolor.jar").toAbsolutePath().toString()));
        command.addAll(List.of(args));
        return new ProcessBuilder(command)
                .redirectOutput(folder.resolve("runner.out").toFile())
                .redirectError(folder.resolve("runner.err").toFile())
                .start();
    }

    @Test
    void smallestHeap_isFoundOnce_andHeadroomIsAMultipleOfIt() throws Exception {
        String[] args =
                command("churn", "--gc", "serial", "--jdk", "17", "--headroom", "2", "--live", "8m", "--ops", "300k");
        Packaged first = Packaged.run(folder, args);
        assertThat(first.exitCode()).as(first.err()).isZero();
        assertThat(first.err()).contains("smallest heap 1/2 churn g1 17: ", "smallest heap 2/2 churn serial 17: ");

        RunFolder stored = new RunStore(data()).all().get(0);
        var smallest = stored.header().smallest();
        assertThat(smallest).hasSize(2).allSatisfy(s -> assertThat(s.bytes()).isGreaterThan(8L << 20));
        long g1 = smallest.get(0).bytes();
        assertThat(stored.rows().get(0).row().heapBytes()).isEqualTo(2 * g1);
        assertThat(stored.rows().get(0).ok()).isTrue();

        long before = System.nanoTime();
        Packaged again = Packaged.run(folder, args);
        assertThat(again.exitCode()).isZero();
        assertThat(new RunStore(data()).all().get(0).header().smallest()).isEqualTo(smallest);
        assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(Duration.ofMinutes(1));
    }
}
