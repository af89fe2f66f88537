package dev.tricolor.dashboard.real;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tricolor.dashboard.Needs;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A Go program built by a test, with the Go agent at hand. Where there is no Go the test is left out, or fails, and says so. */
public final class GoProgram {

    private GoProgram() {}

    /** The Go module of this project. */
    public static Path module() {
        return Path.of("..", "workloads", "go").toAbsolutePath().normalize();
    }

    /** Builds a {@code package main} in {@code folder}. */
    public static Path build(Path folder, String name, String source) throws IOException, InterruptedException {
        Path sources = Files.createDirectories(folder.resolve(name + "-source"));
        Files.writeString(sources.resolve("main.go"), source);
        Files.writeString(sources.resolve("go.mod"), """
                module %s

                go 1.19

                require tricolor.dev/go v0.0.0

                replace tricolor.dev/go => %s
                """.formatted(name, module()));
        Path program = folder.resolve(name);
        go(sources, List.of("build", "-o", program.toString(), "."));
        return program;
    }

    /** Runs the Go command, which must succeed; answers what it printed. */
    public static String go(Path folder, List<String> arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(Needs.go().toString()));
        command.addAll(arguments);
        Path output = Files.createTempFile("tricolor-go", ".out");
        Process go = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        boolean ended = go.waitFor(5, TimeUnit.MINUTES);
        go.destroyForcibly();
        String text = Files.readString(output, StandardCharsets.ISO_8859_1);
        Files.delete(output);
        assertThat(ended).as(text).isTrue();
        assertThat(go.exitValue()).as(text).isZero();
        return text;
    }
}
