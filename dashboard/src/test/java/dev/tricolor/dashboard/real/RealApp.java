package dev.tricolor.dashboard.real;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tricolor.dashboard.run.Home;
import dev.tricolor.dashboard.run.Jdk;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** An application in a JVM of its own, with or without the agent. */
public final class RealApp {

    private final Jdk jdk;
    private final List<String> jvm = new ArrayList<>();
    private final List<String> program = new ArrayList<>();
    private final List<String> args = new ArrayList<>();
    private final Path output;

    private RealApp(Jdk jdk, List<String> program) throws IOException {
        this.jdk = jdk;
        this.program.addAll(program);
        this.output = Files.createTempFile("tricolor-app", ".out");
        output.toFile().deleteOnExit();
    }

    /** The workloads' jar. */
    public static RealApp workload(Jdk jdk) throws IOException {
        return new RealApp(jdk, List.of("-jar", Home.find().workloadsJar().toString()));
    }

    /** A class of the tests. */
    public static RealApp testClass(Jdk jdk, Class<?> main) throws IOException {
        Path classes = Path.of("target", "test-classes").toAbsolutePath();
        return new RealApp(jdk, List.of("-cp", classes.toString(), main.getName()));
    }

    public RealApp jvm(List<String> more) {
        jvm.addAll(more);
        return this;
    }

    public RealApp agent(String url, String more) {
        // Relative, since arguments are on the pages and so in the pictures of the docs.
        Path jar = Path.of("").toAbsolutePath().relativize(Home.find().agentJar());
        jvm.add("-javaagent:" + jar + "=" + url + (more.isEmpty() ? "" : "," + more));
        return this;
    }

    public RealApp args(String... more) {
        args.addAll(Arrays.asList(more));
        return this;
    }

    public Process start() throws IOException {
        List<String> command = new ArrayList<>();
        command.add(jdk.java().toString());
        command.addAll(jvm);
        command.addAll(program);
        command.addAll(args);
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
    }

    /** Starts it and waits until it has ended by itself, with exit code 0. */
    public void runToEnd() throws IOException, InterruptedException {
        Process p = start();
        try {
            assertThat(p.waitFor(120, TimeUnit.SECONDS)).as("ended by itself").isTrue();
            assertThat(p.exitValue()).as(output()).isZero();
        } finally {
            p.destroyForcibly();
        }
    }

    /** What it has printed so far, both streams. */
    public String output() throws IOException {
        return Files.readString(output);
    }
}
