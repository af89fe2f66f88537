package dev.tricolor.agent;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;

/** A real JVM with the real agent jar, and what it printed. */
final class ForkedApp {

    private final List<String> command = new ArrayList<>();
    private final Map<String, String> environment = new java.util.HashMap<>();
    private String agent = "";

    private ForkedApp(TestJdks jdk) {
        command.add(jdk.home().resolve("bin/java").toString());
        command.add("-Xmx64m");
    }

    static ForkedApp on(TestJdks jdk) {
        return new ForkedApp(jdk);
    }

    /** The agent's argument, URL included. */
    ForkedApp agent(String argument) {
        agent = argument;
        return this;
    }

    ForkedApp flags(String... flags) {
        command.addAll(List.of(flags));
        return this;
    }

    /** What goes before the command, such as {@code unshare}. */
    ForkedApp within(List<String> prefix) {
        command.addAll(0, prefix);
        return this;
    }

    ForkedApp environment(String key, String value) {
        environment.put(key, value);
        return this;
    }

    static String javaagent(String argument) {
        return "-javaagent:" + System.getProperty("tricolor.agent.jar") + (argument.isEmpty() ? "" : "=" + argument);
    }

    Running start(Class<?> main, String... arguments) throws IOException {
        command.add(javaagent(agent));
        command.addAll(List.of("-cp", System.getProperty("tricolor.test.classes"), main.getName()));
        command.addAll(List.of(arguments));
        Path out = Files.createTempFile("tricolor-out", ".txt");
        Path err = Files.createTempFile("tricolor-err", ".txt");
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectOutput(out.toFile()).redirectError(err.toFile());
        builder.environment().putAll(environment);
        return new Running(builder.start(), out, err);
    }

    Ended run(Class<?> main, String... arguments) throws Exception {
        try (Running running = start(main, arguments)) {
            return running.await();
        }
    }

    /** A JVM under way; killed at close where it has not ended, so that a test that fails leaves none behind. */
    record Running(Process process, Path out, Path err) implements AutoCloseable {

        Ended await() throws Exception {
            if (!process.waitFor(60, TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
                throw new AssertionError("the application did not exit: " + Files.readString(err));
            }
            long exitedAt = System.currentTimeMillis();
            Ended ended = new Ended(process.exitValue(), Files.readString(out), Files.readString(err), exitedAt);
            Files.delete(out);
            Files.delete(err);
            return ended;
        }

        /** Lets an application go on that waits for standard input. */
        void tell() throws IOException {
            process.getOutputStream().write('\n');
            process.getOutputStream().flush();
        }

        /** Ends an application that waits for standard input, once the dashboard has got so many blocks. */
        Ended endAfterAppends(int appends, FakeDashboard dashboard) throws Exception {
            Awaitility.await()
                    .atMost(Duration.ofSeconds(60))
                    .until(() -> dashboard.appends() >= appends || !process.isAlive());
            if (process.isAlive()) {
                tell();
                tell();
            }
            return await();
        }

        String output() {
            try {
                return Files.readString(out, StandardCharsets.UTF_8);
            } catch (IOException e) {
                return "";
            }
        }

        @Override
        public void close() {
            process.destroyForcibly();
        }
    }

    /** A JVM that has exited. */
    record Ended(int status, String out, String err, long exitedAt) {

        /** The value that the application printed as {@code KEY=value}. */
        String value(String key) {
            return out.lines()
                    .filter(l -> l.startsWith(key + "="))
                    .map(l -> l.substring(key.length() + 1))
                    .findFirst()
                    .orElseThrow(() -> new AssertionError("no " + key + " in: " + out + err));
        }

        long millisFromMainToExit() {
            return exitedAt - Long.parseLong(value("MAIN_ENDED"));
        }

        /** What it wrote to stderr, but for the JVM's own remarks. */
        List<String> errorLines() {
            return err.lines()
                    .filter(l ->
                            !l.contains("OpenJDK") && !l.contains("[warning]") && !l.startsWith("WARNING: java.io"))
                    .toList();
        }
    }
}
