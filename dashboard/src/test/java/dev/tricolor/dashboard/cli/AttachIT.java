package dev.tricolor.dashboard.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.tricolor.dashboard.Needs;
import dev.tricolor.dashboard.run.CollectorChoice;
import dev.tricolor.dashboard.run.Home;
import dev.tricolor.dashboard.run.Jdk;
import dev.tricolor.dashboard.web.WebOptions;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A JVM that runs without an agent gets one, and its page fills. */
class AttachIT {
    private static final Duration FILLS_WITHIN = Duration.ofSeconds(3);
    /** A busy machine can make one slow, never one fast: the best of so many is what the promise is about. */
    private static final int TRIES = 3;
    /** Not to wait for ever for one that is slow. */
    private static final Duration FILLS_AT_ALL = Duration.ofSeconds(20);

    private static final List<Duration> FILLED_AFTER = new ArrayList<>();

    @TempDir
    static Path data;

    private static Dashboard dashboard;

    private final List<Process> applications = new ArrayList<>();

    @BeforeAll
    static void startDashboard() throws IOException {
        dashboard = Dashboard.start(
                DataFolder.take(data).orElseThrow(), WebOptions.defaults().withPort(0));
    }

    @AfterAll
    static void endDashboard() throws IOException {
        dashboard.close();
        List<Duration> sorted = FILLED_AFTER.stream().sorted().toList();
        System.out.println("attach: pages filled after "
                + sorted.stream().map(d -> d.toMillis() + " ms").collect(Collectors.joining(", ")));
        assertThat(sorted.get(sorted.size() / 2)).as("median of %s", sorted).isLessThan(FILLS_WITHIN);
    }

    @AfterEach
    void endApplications() throws InterruptedException {
        for (Process application : applications) {
            application.destroy();
        }
        for (Process application : applications) {
            if (!application.waitFor(10, TimeUnit.SECONDS)) {
                application.destroyForcibly();
            }
        }
    }

    static Stream<Arguments> everyCollectorOfBothJdks() {
        return Stream.of(Needs.runningJdk(), Needs.jdk(25))
                .distinct()
                .flatMap(jdk -> Machine.collectors().supported(jdk).stream()
                        .filter(c -> c != CollectorChoice.EPSILON)
                        .map(c -> Arguments.of(jdk, c)));
    }

    @ParameterizedTest(name = "{1} on {0}")
    @MethodSource("everyCollectorOfBothJdks")
    void attached_thePageFills(Jdk jdk, CollectorChoice collector) throws Exception {
        Duration best = FILLS_AT_ALL;
        for (int i = 0; i < TRIES && best.compareTo(FILLS_WITHIN) >= 0; i++) {
            Duration filledAfter = attach(jdk, collector);
            FILLED_AFTER.add(filledAfter);
            best = filledAfter.compareTo(best) < 0 ? filledAfter : best;
        }
        assertThat(best).isLessThan(FILLS_WITHIN);
    }

    private Duration attach(Jdk jdk, CollectorChoice collector) throws Exception {
        Process application = application(jdk, collector);
        String pid = String.valueOf(application.pid());

        CliRun attach = CliRun.of("attach", pid, "--json", "--data", data.toString());
        long attached = System.nanoTime();

        assertThat(attach.exitCode()).as(attach.err()).isZero();
        assertThat(attach.err().contains("JEP 451")).isEqualTo(jdk.feature() >= 21);
        String id = new ObjectMapper().readTree(attach.out()).path("session").asText();
        DashboardClient client = new DashboardClient(dashboard.uri(), Optional.empty());
        await().atMost(FILLS_AT_ALL).pollInterval(Duration.ofMillis(50)).until(() -> filled(client.session(id)));
        Duration filledAfter = Duration.ofNanos(System.nanoTime() - attached);
        assertThat(client.session(id).at("/session/heading/collectorId").asText())
                .isEqualTo(collector.collector().id());
        application.destroyForcibly().waitFor();
        return filledAfter;
    }

    /** The heap's size and at least one pause have arrived. */
    private static boolean filled(JsonNode session) {
        return session.at("/summary/pauses/count/value").asLong(0) > 0
                && session.at("/summary/heap/peakUsed/value").asLong(0) > 0;
    }

    @Test
    void attachedTwice_staysOneSession() throws Exception {
        Process application = application(Needs.runningJdk(), CollectorChoice.G1);
        String pid = String.valueOf(application.pid());

        CliRun first = CliRun.of("attach", pid, "--json", "--data", data.toString());
        CliRun second = CliRun.of("attach", pid, "--json", "--data", data.toString());

        assertThat(first.exitCode()).as(first.err()).isZero();
        assertThat(second.exitCode()).as(second.err()).isZero();
        assertThat(second.out()).isEqualTo(first.out());
    }

    @Test
    void listed_withNameJdkAndCollector_andAmbiguousNamesAreRefused() throws Exception {
        application(Needs.runningJdk(), CollectorChoice.SERIAL);
        application(Needs.runningJdk(), CollectorChoice.SERIAL);

        await().until(() -> CliRun.of("attach")
                        .out()
                        .lines()
                        .filter(line -> line.contains("tricolor-workloads.jar"))
                        .count()
                >= 2);
        CliRun attach = CliRun.of("attach", "tricolor-workloads", "--data", data.toString());

        assertThat(attach.exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(attach.err()).contains("\"tricolor-workloads\" may be ").contains("give the process id");
    }

    /** A workload without an agent, busy enough to collect several times a second. */
    private Process application(Jdk jdk, CollectorChoice collector) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(jdk.java().toString());
        command.addAll(collector.flags(jdk.feature()));
        command.addAll(List.of("-Xmx96m", "-jar", Home.find().workloadsJar().toString(), "churn"));
        command.addAll(
                List.of("--duration=120s", "--live=16m", "--rate=1m", "--threads=1", "--warmup=0", "--progress"));
        Process application = new ProcessBuilder(command)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        applications.add(application);
        BufferedReader progress =
                new BufferedReader(new InputStreamReader(application.getErrorStream(), StandardCharsets.UTF_8));
        assertThat(progress.readLine()).as("progress of the workload").isNotNull();
        return application;
    }
}
