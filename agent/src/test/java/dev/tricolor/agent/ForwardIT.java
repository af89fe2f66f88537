package dev.tricolor.agent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.tricolor.agent.FakeDashboard.Fault;
import dev.tricolor.agent.app.Churn;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Nothing lost: what the dashboard has is what JFR itself dumps of the same recording at exit. */
@Execution(ExecutionMode.CONCURRENT)
class ForwardIT {

    /** These tests are about what arrives, not how fast: a busy machine must not fail them. */
    private static final String PATIENT = ",exitwait=30000";

    @TempDir
    Path folder;

    @ParameterizedTest
    @MethodSource("dev.tricolor.agent.TestJdks#all")
    void dashboardUp_holdsEveryEvent(TestJdks jdk) throws Exception {
        try (FakeDashboard dashboard = FakeDashboard.up();
                ForkedApp.Running running = ForkedApp.on(jdk)
                        .agent(dashboard.url() + PATIENT + ",name=a b&c,token=sesame,label.run=1 2,label.gc=g1")
                        .start(Churn.class, "told", dump().toString())) {
            ForkedApp.Ended app = running.endAfterAppends(2, dashboard);
            assertThat(app.status()).as(app.err()).isZero();
            assertThat(app.errorLines()).isEmpty();
            assertSame(dashboard);
            assertThat(dashboard.requests.get(0))
                    .startsWith("PUT /api/sessions/")
                    .contains("?runtime=jvm&format=jfr&name=a+b%26c&host=", "&pid=", "&label.run=1+2", "&label.gc=g1");
            assertThat(dashboard.requests.get(dashboard.requests.size() - 1)).endsWith("/end?reason=exit");
            assertThat(dashboard.tokens).isNotEmpty().allMatch("Bearer sesame"::equals);
            assertThat(JfrStream.counts(dump()))
                    .containsKeys(
                            "tricolor.AgentInfo",
                            "tricolor.AgentStatus",
                            "tricolor.Allocation",
                            "tricolor.ProcessMemory",
                            "tricolor.ThreadGroupCpu",
                            "jdk.GarbageCollection",
                            "jdk.GCPhasePause",
                            "jdk.GCHeapSummary")
                    .doesNotContainKeys("jdk.InitialEnvironmentVariable", "jdk.InitialSystemProperty");
        }
    }

    @ParameterizedTest
    @MethodSource("dev.tricolor.agent.TestJdks#all")
    void errorsAndLostAnswers_loseAndDoubleNothing(TestJdks jdk) throws Exception {
        try (FakeDashboard dashboard =
                FakeDashboard.up().with(Fault.ERROR, Fault.LOST_ANSWER, Fault.NONE, Fault.LOST_ANSWER)) {
            ForkedApp.Ended app =
                    ForkedApp.on(jdk).agent(dashboard.url() + PATIENT).run(Churn.class, "4000", dump().toString());
            assertThat(app.errorLines()).isNotEmpty().hasSizeLessThan(3).allMatch(l -> l.startsWith("tricolor: "));
            assertSame(dashboard);
        }
    }

    @ParameterizedTest
    @MethodSource("dev.tricolor.agent.TestJdks#all")
    void sessionForgotten_startsAgainFromTheOldestChunk(TestJdks jdk) throws Exception {
        try (FakeDashboard dashboard = FakeDashboard.up().with(Fault.NONE, Fault.AMNESIA);
                ForkedApp.Running running = ForkedApp.on(jdk)
                        .agent(dashboard.url() + PATIENT)
                        .start(Churn.class, "told", dump().toString())) {
            running.endAfterAppends(4, dashboard);
            assertSame(dashboard);
        }
    }

    @ParameterizedTest
    @MethodSource("dev.tricolor.agent.TestJdks#all")
    void dashboardStartsLater_getsAllFromTheBeginning(TestJdks jdk) throws Exception {
        int port = freePort();
        try (ForkedApp.Running app = ForkedApp.on(jdk)
                .agent("http://127.0.0.1:" + port + PATIENT)
                .start(Churn.class, "told", dump().toString())) {
            await().atMost(Duration.ofSeconds(60)).until(() -> Files.size(app.err()) > 0);
            try (FakeDashboard dashboard = FakeDashboard.up(port)) {
                ForkedApp.Ended ended = app.endAfterAppends(2, dashboard);
                assertThat(ended.errorLines()).singleElement().asString().contains("no dashboard at", "retrying");
                assertSame(dashboard);
            }
        }
    }

    private Path dump() {
        return folder.resolve("dump.jfr");
    }

    private void assertSame(FakeDashboard dashboard) throws Exception {
        byte[] ours = JfrStream.file(dashboard.bytes());
        Map<String, Long> expected = JfrStream.counts(dump());
        assertThat(JfrStream.counts(ours)).isEqualTo(expected);
        assertThat(ours).as("byte for byte").isEqualTo(Files.readAllBytes(dump()));
    }

    private static int freePort() throws Exception {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
