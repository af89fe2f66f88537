package dev.tricolor.dashboard.truth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.tricolor.dashboard.RealRecording;
import dev.tricolor.dashboard.log.SessionLog;
import dev.tricolor.dashboard.log.SessionStore;
import dev.tricolor.dashboard.real.DumpingApp;
import dev.tricolor.dashboard.real.RealApp;
import dev.tricolor.dashboard.real.RealJdks;
import dev.tricolor.dashboard.real.ServeProcess;
import dev.tricolor.dashboard.run.Jdk;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Our session holds, for each event type, exactly what a dump of the same recording at exit holds. */
class NothingLostIT {

    @TempDir
    Path folder;

    static Stream<Jdk> jdks() {
        return RealJdks.all().stream();
    }

    @ParameterizedTest
    @MethodSource("jdks")
    void whenTheDashboardRunsAllTheTime(Jdk jdk) throws Exception {
        try (ServeProcess dashboard = ServeProcess.start(folder.resolve("data"))) {
            Process app = startApp(jdk, dashboard.port());
            await().atMost(Duration.ofSeconds(30)).until(() -> bytesHeld() > 300_000);
            compareAtExit(app);
        }
    }

    @ParameterizedTest
    @MethodSource("jdks")
    void whenTheDashboardIsKilledInMidRunAndStartedAgain(Jdk jdk) throws Exception {
        int port;
        Process app;
        try (ServeProcess dashboard = ServeProcess.start(folder.resolve("data"))) {
            port = dashboard.port();
            app = startApp(jdk, port);
            await().atMost(Duration.ofSeconds(30)).until(() -> bytesHeld() > 200_000);
            dashboard.kill();
        }
        long held = bytesHeld();
        try (ServeProcess again = ServeProcess.start(folder.resolve("data"), port)) {
            await().atMost(Duration.ofSeconds(30)).until(() -> bytesHeld() > held + 200_000);
            assertThat(again.port()).isEqualTo(port);
            compareAtExit(app);
        }
    }

    @ParameterizedTest
    @MethodSource("jdks")
    void whenTheDashboardStartsTenSecondsAfterTheApplication(Jdk jdk) throws Exception {
        int port = ServeProcess.freePort();
        Process app = startApp(jdk, port);
        assertThat(app.waitFor(10, TimeUnit.SECONDS)).as("still runs").isFalse();
        try (ServeProcess dashboard = ServeProcess.start(folder.resolve("data"), port)) {
            assertThat(dashboard.port()).isEqualTo(port);
            await().atMost(Duration.ofSeconds(30)).until(() -> bytesHeld() > 300_000);
            compareAtExit(app);
        }
    }

    private Process startApp(Jdk jdk, int port) throws Exception {
        return RealApp.testClass(jdk, DumpingApp.class)
                .jvm(List.of("-Xmx64m", "-XX:+UseG1GC"))
                .agent("http://127.0.0.1:" + port, "name=dumping")
                .args(folder.resolve("stop").toString(), folder.toString())
                .start();
    }

    /** Bytes on disk, whoever wrote them: the store is read from outside while the dashboard runs. */
    private long bytesHeld() throws Exception {
        try (Stream<Path> files = Files.walk(folder.resolve("data"))) {
            return files.filter(f -> f.toString().endsWith(".jfr"))
                    .mapToLong(f -> f.toFile().length())
                    .sum();
        }
    }

    private void compareAtExit(Process app) throws Exception {
        Files.createFile(folder.resolve("stop"));
        assertThat(app.waitFor(30, TimeUnit.SECONDS)).isTrue();
        assertThat(app.exitValue()).isZero();
        Map<String, Long> dumped;
        try (Stream<Path> dumps = Files.list(folder)) {
            List<Path> files = dumps.filter(f -> f.getFileName().toString().startsWith("dump-"))
                    .toList();
            assertThat(files).hasSize(1);
            dumped = RealRecording.counts(files.get(0));
        }
        await().atMost(Duration.ofSeconds(10)).untilAsserted(() -> {
            try (SessionStore store = SessionStore.open(copyOfData().resolve("sessions"))) {
                assertThat(store.sessions()).hasSize(1);
                SessionLog session = store.sessions().get(0);
                assertThat(session.meta().ended()).isPresent();
                assertThat(RealRecording.counts(session.chunks().toArray(Path[]::new)))
                        .isEqualTo(dumped);
            }
        });
        assertThat(dumped).containsKeys("jdk.GCPhasePause", "jdk.GCHeapSummary", "tricolor.AgentStatus");
    }

    private Path copyOfData() throws Exception {
        Path copy = Files.createTempDirectory(folder, "copy");
        try (Stream<Path> files = Files.walk(folder.resolve("data"))) {
            for (Path f : files.toList()) {
                Path to = copy.resolve(folder.resolve("data").relativize(f).toString());
                if (Files.isDirectory(f)) {
                    Files.createDirectories(to);
                } else {
                    Files.copy(f, to);
                }
            }
        }
        return copy;
    }
}
