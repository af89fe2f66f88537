package dev.tricolor.workloads;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Assumptions;

/**
 * The Go twin of the workloads, built once from this checkout. Where there is no Go the test is skipped loudly, or fails if
 * TRICOLOR_REQUIRE=all.
 */
final class GoProgram {
    private static final Path SOURCES = Path.of("go");
    private static final Path BUILT = Path.of("target", "tricolor-workloads-go").toAbsolutePath();

    private static boolean isBuilt;

    private GoProgram() {}

    /** Runs the program to its end. */
    static ChildJvm.Outcome run(String... arguments) {
        return ChildJvm.run(command(built(), arguments), Path.of(""));
    }

    /** Starts the program with a standard input that the test holds, and throws away what it prints. */
    static Process start(Map<String, String> environment, String... arguments) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command(built(), arguments))
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD);
        builder.environment().putAll(environment);
        return builder.start();
    }

    /** Runs a tool of Go's in the sources' folder, which must end well, and answers what it printed. */
    static String tool(String name, String... arguments) {
        List<String> command = command(find(name).orElseGet(() -> missing(name)), arguments);
        ChildJvm.Outcome outcome = ChildJvm.run(command, SOURCES);
        assertThat(outcome.exitCode())
                .as("%s: %s%s", command, outcome.out(), outcome.err())
                .isZero();
        return outcome.out();
    }

    private static List<String> command(Path program, String... arguments) {
        return Stream.concat(Stream.of(program.toString()), Arrays.stream(arguments))
                .toList();
    }

    private static synchronized Path built() {
        if (!isBuilt) {
            tool("go", "build", "-buildvcs=false", "-o", BUILT.toString(), "./cmd/tricolor-workloads");
            isBuilt = true;
        }
        return BUILT;
    }

    private static Optional<Path> find(String name) {
        return Arrays.stream(System.getenv("PATH").split(File.pathSeparator, -1))
                .map(folder -> Path.of(folder, name))
                .filter(Files::isExecutable)
                .findFirst();
    }

    private static Path missing(String name) {
        String line = "NOT TESTED: no " + name + " on the PATH; install Go 1.19 or newer";
        if ("all".equals(System.getenv("TRICOLOR_REQUIRE"))) {
            return Assertions.fail(line);
        }
        System.err.println(line);
        return Assumptions.abort(line);
    }
}
