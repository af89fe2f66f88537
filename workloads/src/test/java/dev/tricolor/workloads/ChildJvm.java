package dev.tricolor.workloads;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A workload in a JVM of its own, from the classes under test. */
public final class ChildJvm {
    private static final long TIMEOUT_SECONDS = 300;

    /** What a child printed and how it ended. */
    public record Outcome(int exitCode, String out, String err) {
        /** The scalar value of a field of the result line, quotes removed. */
        public String field(String name) {
            Matcher matcher = Pattern.compile("\"" + name + "\":\"?([^\",}]*)").matcher(out);
            return matcher.find() ? matcher.group(1) : "no " + name + " in: " + out + err;
        }

        public long number(String name) {
            return Long.parseLong(field(name));
        }
    }

    private ChildJvm() {}

    public static Outcome run(Path java, List<String> jvmFlags, String... arguments) {
        List<String> command = new ArrayList<>(List.of(java.toString()));
        command.addAll(jvmFlags);
        command.addAll(List.of("-cp", classPath(), "dev.tricolor.workloads.Main"));
        command.addAll(List.of(arguments));
        return run(command, Path.of(""));
    }

    /** Any other program, to its end. */
    static Outcome run(List<String> command, Path folder) {
        try {
            Path out = Files.createTempFile("workload", ".out");
            Path err = Files.createTempFile("workload", ".err");
            Process process = new ProcessBuilder(command)
                    .directory(folder.toAbsolutePath().toFile())
                    .redirectOutput(out.toFile())
                    .redirectError(err.toFile())
                    .start();
            if (!process.waitFor(TIMEOUT_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new AssertionError("hangs: " + command);
            }
            Outcome outcome = new Outcome(process.exitValue(), read(out), read(err));
            Files.delete(out);
            Files.delete(err);
            return outcome;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    private static String read(Path file) throws IOException {
        return Files.readString(file, StandardCharsets.UTF_8);
    }

    /** The module's classes and the two libraries, wherever this test got them from; no test classes. */
    private static String classPath() {
        return Stream.of(Main.class, picocli.CommandLine.class, org.HdrHistogram.Histogram.class)
                .map(type -> {
                    try {
                        return new File(type.getProtectionDomain()
                                        .getCodeSource()
                                        .getLocation()
                                        .toURI())
                                .getPath();
                    } catch (java.net.URISyntaxException e) {
                        throw new AssertionError(e);
                    }
                })
                .distinct()
                .reduce((a, b) -> a + File.pathSeparator + b)
                .orElseThrow();
    }
}
