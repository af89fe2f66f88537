package dev.tricolor.dashboard.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The launcher script in a project of scripts: its Maven notes that it was called, its Java says what it was given. */
@DisabledOnOs(OS.WINDOWS)
class LauncherTest {
    private static final String MAVEN = """
            #!/bin/sh
            echo "$@" >>"$(dirname "$0")/builds"
            for jar in agent/target/tricolor-agent workloads/target/tricolor-workloads dashboard/target/tricolor; do
              mkdir -p "$(dirname $jar)" && touch $jar.jar
            done
            """;

    @TempDir
    Path folder;

    private Path project;
    private Path jdk;

    /** How the launcher ended and what it and its Java printed. */
    private record Launch(int exitCode, String text) {}

    @BeforeEach
    void project() throws IOException {
        project = Files.createDirectories(folder.toRealPath().resolve("a project"));
        Files.copy(Path.of("..", "tricolor"), project.resolve("tricolor"));
        script(project.resolve("mvnw"), MAVEN);
        Files.createDirectories(project.resolve(".mvn"));
        write("pom.xml");
        write("dashboard/pom.xml");
        write("dashboard/src/main/java/Main.java");
        jdk = jdk("21.0.2", true);
    }

    @Test
    void firstUse_builds_andTheNextDoesNot() throws Exception {
        assertThat(launch("demo", "--name", "two words").text())
                .isEqualTo("tricolor: building (first use) ...\nran tricolor.jar [demo] [--name] [two words]\n");
        assertThat(launch("demo").text()).isEqualTo("ran tricolor.jar [demo]\n");
        assertThat(builds()).hasSize(1);
    }

    @Test
    void newerSource_builds_once() throws Exception {
        launch("demo");
        touchLater("dashboard/src/main/java/Main.java", 2);

        assertThat(launch("demo").text())
                .startsWith("tricolor: building (dashboard/src/main/java/Main.java is newer than the build) ...\n");
    }

    @Test
    void changeThatLeavesTheDashboardsJarAsItIs_isBuiltOnce() throws Exception {
        launch("demo");
        script(project.resolve("mvnw"), "#!/bin/sh\necho again >>builds\n"); // as Maven does with an unchanged module
        age(project.resolve("dashboard/target/tricolor.jar"));
        write("agent/src/main/java/Agent.java");

        assertThat(launch("demo").text()).contains("building");
        assertThat(launch("demo").text()).doesNotContain("building");
    }

    @Test
    void anyFolder_andLinks_work() throws Exception {
        launch("demo");
        Path bin = Files.createDirectories(folder.resolve("bin"));
        Files.createSymbolicLink(bin.resolve("tc"), project.resolve("tricolor"));
        Files.createSymbolicLink(bin.resolve("tc2"), Path.of("tc"));

        assertThat(run(bin, List.of("./tc2", "doctor")).text()).isEqualTo("ran tricolor.jar [doctor]\n");
    }

    @Test
    void twoStartsAtOnce_buildOnce() throws Exception {
        script(project.resolve("mvnw"), MAVEN.replace("for jar", "sleep 1\nfor jar"));
        Process first = start(project, List.of("./tricolor", "one"));
        Process second = start(project, List.of("./tricolor", "two"));

        assertThat(finish(first).exitCode()).isZero();
        assertThat(finish(second).exitCode()).isZero();
        assertThat(builds()).hasSize(1);
    }

    @Test
    void lockOfADeadProcess_isTakenOver() throws Exception {
        Process gone = new ProcessBuilder("sh", "-c", "exit 0").start();
        gone.waitFor();
        Files.createDirectories(project.resolve(".tricolor/build.lock"));
        Files.writeString(project.resolve(".tricolor/build.lock/pid"), gone.pid() + "\n");

        assertThat(launch("demo").exitCode()).isZero();
    }

    @Test
    void failingBuild_showsItsErrors() throws Exception {
        script(project.resolve("mvnw"), "#!/bin/sh\necho noise\necho '[ERROR] Main.java:3: no such thing'\nexit 1\n");

        Launch launch = launch("demo");

        assertThat(launch.exitCode()).isEqualTo(ExitCode.COULD_NOT_RUN);
        assertThat(launch.text())
                .contains("[ERROR] Main.java:3: no such thing")
                .contains("tricolor: the build failed: all of it is in " + project.resolve(".tricolor/build.log"))
                .doesNotContain("noise");
    }

    @Test
    void javaThatIsTooOld_orNone_isSaidInOneLine() throws Exception {
        jdk = jdk("11.0.2", true);
        assertThat(launch("demo"))
                .isEqualTo(new Launch(
                        3,
                        "tricolor: " + jdk
                                + "/bin/java is Java 11.0.2: Tricolor needs a JDK 17 or newer (set JAVA_HOME)\n"));
        jdk = jdk("1.8.0_402", true);
        assertThat(launch("demo").text()).contains("is Java 1.8.0_402: Tricolor needs a JDK 17 or newer");
        jdk = folder.resolve("nothing");
        assertThat(launch("demo").text()).contains("there is no bin/java in it: set it to a JDK 17 or newer");
        jdk = jdk("17.0.15", false);
        assertThat(launch("demo").text()).contains("belongs to a runtime without a compiler: install a JDK 17");
    }

    private Launch launch(String... args) throws Exception {
        List<String> command =
                new ArrayList<>(List.of(project.resolve("tricolor").toString()));
        command.addAll(Arrays.asList(args));
        return run(folder, command);
    }

    private Launch run(Path from, List<String> command) throws Exception {
        return finish(start(from, command));
    }

    private Process start(Path from, List<String> command) throws IOException {
        ProcessBuilder builder =
                new ProcessBuilder(command).directory(from.toFile()).redirectErrorStream(true);
        builder.environment().put("JAVA_HOME", jdk.toString());
        builder.environment().remove("TRICOLOR_JAVA_OPTIONS");
        return builder.start();
    }

    private static Launch finish(Process process) throws Exception {
        String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
        return new Launch(process.exitValue(), text);
    }

    private List<String> builds() throws IOException {
        return Files.readAllLines(project.resolve("builds"));
    }

    /** A Java that prints the jar's name and its arguments. */
    private Path jdk(String version, boolean compiler) throws IOException {
        Path home = Files.createDirectories(folder.toRealPath().resolve("jdk " + version));
        Path bin = Files.createDirectories(home.resolve("bin"));
        Files.writeString(home.resolve("release"), "JAVA_VERSION=\"" + version + "\"\n");
        script(bin.resolve("java"), """
                #!/bin/sh
                while [ "$1" != -jar ]; do shift; done
                jar=$2
                shift 2
                printf 'ran %s' "$(basename "$jar")"
                for word; do printf ' [%s]' "$word"; done
                echo
                """);
        if (compiler) {
            script(bin.resolve("javac"), "#!/bin/sh\n");
        }
        return home;
    }

    private void write(String name) throws IOException {
        Path file = project.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, "");
    }

    private void touchLater(String name, int seconds) throws IOException {
        Files.setLastModifiedTime(
                project.resolve(name), FileTime.from(Instant.now().plusSeconds(seconds)));
    }

    private static void age(Path file) throws IOException {
        Files.setLastModifiedTime(file, FileTime.from(Instant.now().minusSeconds(60)));
    }

    private static void script(Path file, String text) throws IOException {
        Files.writeString(file, text);
        assertThat(file.toFile().setExecutable(true)).isTrue();
    }
}
