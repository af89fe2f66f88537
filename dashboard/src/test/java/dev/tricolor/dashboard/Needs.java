package dev.tricolor.dashboard;

import static org.assertj.core.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import dev.tricolor.dashboard.run.Jdk;
import dev.tricolor.dashboard.run.Jdks;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * What a test needs of the machine. Where it is missing the test is skipped and says so; with {@code TRICOLOR_REQUIRE=all}
 * in the environment it fails instead.
 */
public final class Needs {
    private Needs() {}

    /** The JVM that runs the tests. */
    public static Jdk runningJdk() {
        return Jdk.at(Path.of(System.getProperty("java.home"))).orElseThrow();
    }

    public static Jdk jdk(int feature) {
        return Jdks.find().usable().stream()
                .filter(jdk -> jdk.feature() == feature)
                .findFirst()
                .orElseGet(() -> missing("a JDK " + feature));
    }

    public static Path chromium() {
        return program(List.of("chromium", "chromium-browser", "google-chrome")).orElseGet(() -> missing("Chromium"));
    }

    public static Path go() {
        return program(List.of("go")).orElseGet(() -> missing("Go"));
    }

    public static Path prometheus() {
        return program(List.of("prometheus")).orElseGet(() -> missing("Prometheus (a Go server)"));
    }

    public static Path python() {
        return program(List.of("python3")).orElseGet(() -> missing("Python 3"));
    }

    private static Optional<Path> program(List<String> names) {
        return Arrays.stream(System.getenv("PATH").split(File.pathSeparator, -1))
                .flatMap(folder -> names.stream().map(name -> Path.of(folder, name)))
                .filter(Files::isExecutable)
                .findFirst();
    }

    private static <T> T missing(String what) {
        String line = "needs " + what + ", which this machine does not have";
        if ("all".equals(System.getenv("TRICOLOR_REQUIRE"))) {
            return fail(line + " (TRICOLOR_REQUIRE=all)");
        }
        System.err.println("SKIPPED: " + line);
        return abort(line);
    }
}
