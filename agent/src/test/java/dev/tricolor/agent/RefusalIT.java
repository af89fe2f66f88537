package dev.tricolor.agent;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tricolor.agent.app.Churn;
import dev.tricolor.agent.app.Fill;
import dev.tricolor.agent.app.Hello;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The host comes first: where the agent can't work it says one line, and the application runs as if it were not there. */
class RefusalIT {

    @ParameterizedTest
    @MethodSource("dev.tricolor.agent.TestJdks#all")
    void badArgument(TestJdks jdk) throws Exception {
        assertOneLine(ForkedApp.on(jdk).agent("http://127.0.0.1:1,nmae=x"), "'nmae' is no argument", "Not attached");
    }

    @ParameterizedTest
    @MethodSource("dev.tricolor.agent.TestJdks#all")
    void badValueInTheEnvironment(TestJdks jdk) throws Exception {
        assertOneLine(
                ForkedApp.on(jdk).environment("TRICOLOR_START", "never"), "start=never is neither", "Not attached");
    }

    @ParameterizedTest
    @MethodSource("dev.tricolor.agent.TestJdks#all")
    void noJfrModule(TestJdks jdk) throws Exception {
        assertOneLine(
                ForkedApp.on(jdk).flags("--limit-modules", "java.base,java.instrument,java.management"),
                "no jdk.jfr module",
                "--add-modules jdk.jfr");
    }

    @ParameterizedTest
    @MethodSource("dev.tricolor.agent.TestJdks#all")
    void unwritableTempFolder(TestJdks jdk) throws Exception {
        assertOneLine(
                ForkedApp.on(jdk).agent("start=sync").flags("-Djava.io.tmpdir=/proc/self"),
                "temp folder /proc/self can't be written",
                "-Djava.io.tmpdir=");
        assertOneLine(
                ForkedApp.on(jdk).agent("start=sync").flags("-Djava.io.tmpdir=/no/such/folder"),
                "temp folder /no/such/folder can't be written",
                "-Djava.io.tmpdir=");
    }

    @ParameterizedTest
    @MethodSource("dev.tricolor.agent.TestJdks#all")
    void tooLittleSpace(TestJdks jdk) throws Exception {
        assertOneLine(ForkedApp.on(jdk).agent("start=sync,minfree=999999g"), "MB free and recording needs", "minfree=");
    }

    @ParameterizedTest
    @MethodSource("dev.tricolor.agent.TestJdks#all")
    void noSuchSettings(TestJdks jdk) throws Exception {
        assertOneLine(
                ForkedApp.on(jdk).agent("start=sync,settings=/no/such.jfc"),
                "JFR can't record with settings=/no/such.jfc",
                "tricolor");
    }

    @ParameterizedTest
    @MethodSource("dev.tricolor.agent.TestJdks#all")
    void secondLoad_isIgnored(TestJdks jdk) throws Exception {
        try (FakeDashboard dashboard = FakeDashboard.up();
                ForkedApp.Running running = ForkedApp.on(jdk)
                        .flags(ForkedApp.javaagent(dashboard.url()))
                        .agent("http://127.0.0.1:1,name=second")
                        .start(Churn.class, "told", "-")) {
            ForkedApp.Ended app = running.endAfterAppends(1, dashboard);
            assertThat(app.status()).as(app.err()).isZero();
            assertThat(app.errorLines()).singleElement().asString().contains("already attached");
            assertThat(dashboard.requests)
                    .filteredOn(r -> r.startsWith("PUT"))
                    .singleElement()
                    .asString()
                    .contains("name=dev.tricolor.agent.app.Churn");
        }
    }

    @ParameterizedTest
    @MethodSource("dev.tricolor.agent.TestJdks#all")
    void diskFillsUp_recordingStopsAndTheApplicationRunsOn(TestJdks jdk, @TempDir Path folder) throws Exception {
        List<String> small = SmallDisk.at(folder);
        try (FakeDashboard dashboard = FakeDashboard.up()) {
            ForkedApp.Ended app = ForkedApp.on(jdk)
                    .within(small)
                    .agent(dashboard.url())
                    .flags("-Djava.io.tmpdir=" + folder)
                    .run(Fill.class, folder.resolve("filler").toString(), Integer.toString(75 << 20));
            assertThat(app.status()).as(app.err()).isZero();
            assertThat(app.out()).contains("REPOSITORY_EMPTY");
            assertThat(app.errorLines()).singleElement().asString().contains("disk nearly full; recording stopped");
            assertThat(dashboard.requests.get(dashboard.requests.size() - 1)).endsWith("/end?reason=disk+nearly+full");
            assertThat(JfrStream.counts(JfrStream.file(dashboard.bytes()))).containsKey("tricolor.AgentStatus");
        }
    }

    private static void assertOneLine(ForkedApp app, String what, String whatToDo) throws Exception {
        ForkedApp.Ended ended = app.run(Hello.class);
        assertThat(ended.status()).as(ended.err()).isZero();
        assertThat(ended.out()).startsWith("HELLO");
        assertThat(ended.errorLines())
                .singleElement()
                .asString()
                .startsWith("tricolor: ")
                .contains(what, whatToDo);
    }
}
