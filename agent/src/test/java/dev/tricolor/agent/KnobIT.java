package dev.tricolor.agent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.tricolor.agent.app.Flags;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import jdk.jfr.consumer.RecordedEvent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** What the agent does with commands, in real JVMs: side by side, since most of it is waiting for flushes. */
@Execution(ExecutionMode.CONCURRENT)
class KnobIT {

    private static final String ON = ",control=on,exitwait=30000";
    private static final List<String> COLLECTORS =
            List.of("-XX:+UseSerialGC", "-XX:+UseParallelGC", "-XX:+UseG1GC", "-XX:+UseZGC", "-XX:+UseShenandoahGC");

    /** One JVM with its dashboard. */
    private record Run(String name, FakeDashboard dashboard, ForkedApp.Running app) implements AutoCloseable {

        static Run start(
                String name, TestJdks jdk, String flag, String agent, List<String> commands, String... arguments)
                throws IOException {
            FakeDashboard dashboard = FakeDashboard.up();
            commands.forEach(dashboard::command);
            return new Run(
                    name,
                    dashboard,
                    ForkedApp.on(jdk).flags(flag).agent(dashboard.url() + agent).start(Flags.class, arguments));
        }

        /** Lets the application end once its agent has taken every command. */
        Result finish() throws Exception {
            await(name)
                    .atMost(Duration.ofSeconds(60))
                    .until(() -> dashboard.obeyed() || !app.process().isAlive());
            if (app.process().isAlive()) {
                app.tell();
            }
            ForkedApp.Ended ended = app.await();
            assertThat(ended.errorLines()).as(name).isEmpty();
            return new Result(
                    ended.value("BEFORE"),
                    ended.value("AFTER"),
                    JfrStream.events(JfrStream.file(dashboard.bytes()), "tricolor.KnobChange"));
        }

        @Override
        public void close() {
            app.close();
            dashboard.close();
        }
    }

    private record Result(String before, String after, List<RecordedEvent> changes) {

        Stream<String> refusals() {
            return changes.stream().map(e -> e.getString("refused")).filter(r -> !r.isEmpty());
        }
    }

    @Test
    void afterRestore_everyManageableFlagHasItsValueFromBefore() throws Exception {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        List<Run> runs = new ArrayList<>();
        try {
            for (TestJdks jdk : TestJdks.all().toList()) {
                for (String flag : COLLECTORS) {
                    List<String> commands = new ArrayList<>();
                    for (int i = 0; i < 3; i++) {
                        commands.add("gogc " + (random.nextInt(8) == 0 ? "off" : 10 + random.nextInt(991)));
                    }
                    commands.add("restore");
                    runs.add(Run.start(jdk + " " + flag + " " + commands, jdk, flag, ON, commands));
                }
            }
            for (Run run : runs) {
                Result result = run.finish();
                assertThat(result.after()).as("%s, seed %d", run.name(), seed).isEqualTo(result.before());
                assertThat(result.refusals()).as(run.name()).isEmpty();
                assertThat(result.changes())
                        .as(run.name())
                        .anyMatch(e -> e.getString("name").equals("GOGC"));
            }
        } finally {
            runs.forEach(Run::close);
        }
    }

    @Test
    void theArgument_turnsTheKnobFromTheStart() throws Exception {
        TestJdks jdk = TestJdks.all().findFirst().orElseThrow();
        try (Run run = Run.start("argument", jdk, "-XX:+UseG1GC", ON + ",gogc=50", List.of("memlimit 1"))) {
            Result result = run.finish();
            assertThat(result.after()).contains("MinHeapFreeRatio:33 ").contains("MaxHeapFreeRatio:33 ");
            RecordedEvent turned = result.changes().stream()
                    .filter(e -> e.getString("name").equals("GOGC"))
                    .findFirst()
                    .orElseThrow();
            assertThat(turned.getString("oldValue")).isEqualTo("off");
            assertThat(turned.getString("newValue")).isEqualTo("50");
            assertThat(turned.getString("who")).isEqualTo("argument");
        }
    }

    @Test
    void anAgentThatStopsObserving_putsBackWhatWasThere() throws Exception {
        for (TestJdks jdk : TestJdks.all().toList()) {
            try (Run run = Run.start("stop", jdk, "-XX:+UseParallelGC", ON, List.of("gogc 25"), "stop")) {
                Result result = run.finish();
                assertThat(result.changes()).isNotEmpty();
                assertThat(result.after()).isEqualTo(result.before());
            }
        }
    }

    @Test
    void withoutControl_everyCommandIsRefusedByTheAgentAndSaysWhatToDo() throws Exception {
        for (TestJdks jdk : TestJdks.all().toList()) {
            try (Run run =
                    Run.start(jdk.toString(), jdk, "-XX:+UseZGC", ",exitwait=30000", List.of("gogc 50", "restore"))) {
                Result result = run.finish();
                assertThat(result.after()).isEqualTo(result.before());
                assertThat(result.refusals()).hasSize(2).allMatch(r -> r.contains("started without control=on"));
            }
        }
    }

    @Test
    void withoutControl_noClassOfTheKnobIsLoaded() throws Exception {
        TestJdks jdk = TestJdks.all().findFirst().orElseThrow();
        try (FakeDashboard dashboard = FakeDashboard.up();
                ForkedApp.Running running = ForkedApp.on(jdk)
                        .flags("-Xlog:class+load:stdout")
                        .agent(dashboard.url() + ",exitwait=30000")
                        .start(Flags.class)) {
            String out = running.endAfterAppends(2, dashboard).out();
            assertThat(out).contains("dev.tricolor.agent.Observer").doesNotContain("dev.tricolor.agent.knob");
        }
    }

    @Test
    void whatMakesNoSense_isRefusedWithTheReason_andNothingIsSet() throws Exception {
        List<String> bad = List.of("gogc NaN", "gogc -50", "gogc 99999999999999999999", "memlimit 1");
        TestJdks jdk = TestJdks.all().findFirst().orElseThrow();
        try (Run run = Run.start("bad input", jdk, "-XX:+UseShenandoahGC", ON, bad)) {
            Result result = run.finish();
            assertThat(result.after()).isEqualTo(result.before());
            assertThat(result.refusals()).hasSameSizeAs(bad);
            assertThat(result.refusals().limit(3)).allMatch(r -> r.contains("whole number from 10 to 1000"));
            assertThat(result.refusals().skip(3)).allMatch(r -> r.contains("no such knob"));
        }
    }
}
