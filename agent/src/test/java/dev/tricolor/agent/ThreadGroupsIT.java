package dev.tricolor.agent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.awaitility.Awaitility.await;

import dev.tricolor.agent.app.Churn;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordingFile;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** CPU time by thread group, against instruments that the agent does not use: the JVM's own counters. */
@Execution(ExecutionMode.CONCURRENT)
class ThreadGroupsIT {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private static final long MILLI = 1_000_000;

    enum Collector {
        SERIAL("-XX:+UseSerialGC", 17, "vm"),
        PARALLEL("-XX:+UseParallelGC", 17, "gc-stopped"),
        G1("-XX:+UseG1GC", 17, "gc-stopped"),
        ZGC("-XX:+UseZGC", 17, "gc-workers"),
        SHENANDOAH("-XX:+UseShenandoahGC", 17, "gc-workers"),
        SHENANDOAH_GENERATIONAL("-XX:+UseShenandoahGC -XX:ShenandoahGCMode=generational", 25, "gc-workers");

        final String[] flags;
        final int since;
        final String worker;

        Collector(String flags, int since, String worker) {
            this.flags = flags.split(" ");
            this.since = since;
            this.worker = worker;
        }
    }

    static Stream<Arguments> cases() {
        return TestJdks.all()
                .flatMap(j -> Stream.of(Collector.values())
                        .filter(c -> j.feature() >= c.since)
                        .map(c -> Arguments.of(j, c)));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void groupsAgreeWithTheJvmsOwnCounters(TestJdks jdk, Collector collector) throws Exception {
        try (FakeDashboard dashboard = FakeDashboard.up();
                ForkedApp.Running running = ForkedApp.on(jdk)
                        .flags(collector.flags)
                        .agent(dashboard.url())
                        .start(Churn.class, "told", "-")) {
            await().atMost(PATIENCE).until(() -> dashboard.appends() > 1 && after(dashboard, 0) != null);
            running.tell();
            await().atMost(PATIENCE).until(() -> running.output().contains("COUNTED="));
            long counted = Long.parseLong(running.output().split("COUNTED=")[1].strip());
            await().atMost(PATIENCE).until(() -> after(dashboard, counted) != null);
            Map<String, Long> cpu = Objects.requireNonNull(after(dashboard, counted));
            // The agent reads a moment after the application has; a collector may still be at work meanwhile.
            long meanwhile = (System.currentTimeMillis() - counted)
                    * MILLI
                    * Runtime.getRuntime().availableProcessors();
            running.tell();
            ForkedApp.Ended app = running.await();
            assertThat(app.status()).as(app.err()).isZero();

            long process = Long.parseLong(app.value("PROCESS_CPU"));
            long java = Long.parseLong(app.value("JAVA_THREADS_CPU"));
            long groups = cpu.entrySet().stream()
                    .filter(e -> !e.getKey().equals("process"))
                    .mapToLong(Map.Entry::getValue)
                    .sum();
            long tolerance = 150 * MILLI + process / 10;
            assertThat(cpu.get("process")).isBetween(process - tolerance, process + tolerance + meanwhile);
            assertThat(groups).isCloseTo(cpu.get("process"), within(20 * MILLI));
            // A collector thread taken for the application's would add to what Java threads used.
            assertThat(cpu.get("application")).isCloseTo(java, within(150 * MILLI + java / 10));
            assertThat(cpu.get(collector.worker)).as(cpu.toString()).isGreaterThan(5 * MILLI);
            assertThat(cpu).containsKeys("vm", "jit", "observer");
        }
    }

    /** The groups' CPU times as the agent read them after {@code epochMillis}; null when it has sent none yet. */
    private static @Nullable Map<String, Long> after(FakeDashboard dashboard, long epochMillis) throws Exception {
        byte[] file = JfrStream.file(dashboard.bytes());
        if (file.length == 0) {
            return null;
        }
        Path path = Files.createTempFile("tricolor", ".jfr");
        try {
            Files.write(path, file);
            Map<String, Long> cpu = new HashMap<>();
            boolean found = false;
            for (RecordedEvent e : RecordingFile.readAllEvents(path)) {
                if (e.getEventType().getName().equals("tricolor.ThreadGroupCpu")) {
                    long nanos = e.getDuration("cpu").toNanos();
                    long before = Objects.requireNonNullElse(cpu.put(e.getString("group"), nanos), 0L);
                    assertThat(nanos).as("never shrinks").isGreaterThanOrEqualTo(before);
                    found |= e.getString("group").equals("application")
                            && e.getStartTime().toEpochMilli() > epochMillis;
                }
            }
            return found ? cpu : null;
        } finally {
            Files.delete(path);
        }
    }
}
