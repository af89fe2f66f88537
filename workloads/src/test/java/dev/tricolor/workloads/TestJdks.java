package dev.tricolor.workloads;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Assumptions;

/**
 * The JDKs that tests start: the one that runs them, those in the environment variable TRICOLOR_TEST_JDKS (paths,
 * separated like PATH), and those beside either.
 */
public final class TestJdks {
    private static final Map<Integer, Path> JAVA_BY_FEATURE_VERSION = find();

    private TestJdks() {}

    /** The java command of a feature version; else the test is skipped loudly, or fails if TRICOLOR_REQUIRE=all. */
    public static Path java(int featureVersion) {
        Optional<Path> java = Optional.ofNullable(JAVA_BY_FEATURE_VERSION.get(featureVersion));
        if (java.isEmpty()) {
            String missing = "NOT TESTED: no JDK " + featureVersion + " found; set TRICOLOR_TEST_JDKS to its folder";
            if ("all".equals(System.getenv("TRICOLOR_REQUIRE"))) {
                Assertions.fail(missing);
            }
            System.err.println(missing);
            Assumptions.abort(missing);
        }
        return java.orElseThrow();
    }

    private static Map<Integer, Path> find() {
        Path own = Path.of(System.getProperty("java.home"));
        List<Path> homes = new ArrayList<>(List.of(own));
        String given = System.getenv("TRICOLOR_TEST_JDKS");
        if (given != null) {
            Stream.of(given.split(java.io.File.pathSeparator)).map(Path::of).forEach(homes::add);
        }
        for (Path home : List.copyOf(homes)) {
            homes.addAll(beside(home));
        }
        Map<Integer, Path> found = new LinkedHashMap<>();
        for (Path home : homes) {
            Path java = home.resolve("bin").resolve("java");
            if (Files.isExecutable(java)) {
                featureVersion(home).ifPresent(version -> found.putIfAbsent(version, java));
            }
        }
        return found;
    }

    private static List<Path> beside(Path home) {
        Path parent = home.toAbsolutePath().getParent();
        if (parent == null) {
            return List.of();
        }
        try (Stream<Path> siblings = Files.list(parent)) {
            return siblings.sorted().toList();
        } catch (IOException unreadable) {
            return List.of();
        }
    }

    /** JAVA_VERSION in the file "release", which every JDK has. */
    private static Optional<Integer> featureVersion(Path home) {
        Properties release = new Properties();
        try (var in = Files.newInputStream(home.resolve("release"))) {
            release.load(in);
            String version = release.getProperty("JAVA_VERSION", "").replace("\"", "");
            return Optional.of(Runtime.Version.parse(version).feature());
        } catch (IOException | IllegalArgumentException notAJdk) {
            return Optional.empty();
        }
    }
}
