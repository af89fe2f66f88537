package dev.tricolor.agent;

import static org.junit.jupiter.api.Assertions.fail;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The JDKs that the agent is tested on: 17 and 25, found in TRICOLOR_JDKS (homes, separated like a path), as the one
 * that runs the tests, or beside it. A missing one is said aloud, and fails where TRICOLOR_REQUIRE=all.
 */
record TestJdks(int feature, Path home) {

    static Stream<TestJdks> all() {
        TreeMap<Integer, TestJdks> found = new TreeMap<>();
        for (Path home : homes()) {
            feature(home).ifPresent(f -> found.putIfAbsent(f, new TestJdks(f, home)));
        }
        for (int feature : new int[] {17, 25}) {
            if (!found.containsKey(feature)) {
                String line = "SKIPPED: no JDK " + feature + " on this machine; name one in TRICOLOR_JDKS";
                System.err.println(line);
                if ("all".equals(System.getenv("TRICOLOR_REQUIRE"))) {
                    fail(line);
                }
            }
        }
        return found.values().stream().filter(j -> j.feature == 17 || j.feature == 25);
    }

    private static List<Path> homes() {
        List<Path> homes = new ArrayList<>();
        String named = System.getenv("TRICOLOR_JDKS");
        if (named != null) {
            Stream.of(named.split(File.pathSeparator)).map(Path::of).forEach(homes::add);
        }
        Path own = Path.of(System.getProperty("java.home"));
        homes.add(own);
        try (Stream<Path> siblings = Files.list(own.getParent())) {
            siblings.sorted().forEach(homes::add);
        } catch (IOException e) {
            // none beside it
        }
        return homes;
    }

    private static java.util.Optional<Integer> feature(Path home) {
        try (Stream<String> lines = Files.lines(home.resolve("release"))) {
            return lines.filter(l -> l.startsWith("JAVA_VERSION="))
                    .map(l -> l.substring(13).replace("\"", ""))
                    .map(v -> Runtime.Version.parse(v).feature())
                    .filter(v -> Files.isExecutable(home.resolve("bin/java")))
                    .findFirst();
        } catch (IOException | RuntimeException e) {
            return java.util.Optional.empty();
        }
    }

    @Override
    public String toString() {
        return "JDK " + feature;
    }
}
