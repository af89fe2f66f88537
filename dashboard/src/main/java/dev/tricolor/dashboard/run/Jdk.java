package dev.tricolor.dashboard.run;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;

/**
 * A Java runtime on this machine, as its {@code release} file describes it.
 *
 * @param home its folder, links followed
 * @param version such as {@code 17.0.15}
 * @param feature such as 17
 * @param vendor such as {@code Eclipse Adoptium}; empty where not told
 * @param modules that it has; empty where not told
 */
public record Jdk(Path home, String version, int feature, String vendor, Set<String> modules) {

    /** The oldest feature release that the agent and the workloads run on. */
    public static final int OLDEST = 17;

    /** Reads a folder's {@code release} file; empty where this is no Java runtime. */
    public static Optional<Jdk> at(Path folder) {
        try {
            Path home = folder.toRealPath();
            if (!Files.isExecutable(executable(home))) {
                return Optional.empty();
            }
            Properties release = new Properties();
            try (InputStream in = Files.newInputStream(home.resolve("release"))) {
                release.load(in);
            }
            String version = unquoted(release, "JAVA_VERSION");
            int feature = featureOf(version);
            if (feature == 0) {
                return Optional.empty();
            }
            String modules = unquoted(release, "MODULES");
            return Optional.of(new Jdk(
                    home,
                    version,
                    feature,
                    unquoted(release, "IMPLEMENTOR"),
                    modules.isEmpty() ? Set.of() : Set.of(modules.split(" +"))));
        } catch (IOException | IllegalArgumentException e) {
            return Optional.empty(); // no such folder, no release file, or one that is none: not a Java runtime
        }
    }

    /** Why it cannot be used; empty where it can. */
    public Optional<String> unusable() {
        if (feature < OLDEST) {
            return Optional.of("older than " + OLDEST);
        }
        if (!modules.isEmpty() && !modules.contains("jdk.jfr")) {
            return Optional.of("has no jdk.jfr module");
        }
        return Optional.empty();
    }

    public Path java() {
        return executable(home);
    }

    private static Path executable(Path home) {
        Path bin = home.resolve("bin");
        Path windows = bin.resolve("java.exe");
        return Files.exists(windows) ? windows : bin.resolve("java");
    }

    private static String unquoted(Properties release, String key) {
        return release.getProperty(key, "").replace("\"", "").strip();
    }

    /** 17 of {@code 17.0.15}, 8 of {@code 1.8.0_402}; 0 where there is no number. */
    private static int featureOf(String version) {
        String v = version.startsWith("1.") ? version.substring(2) : version;
        int end = 0;
        while (end < v.length() && Character.isDigit(v.charAt(end)) && end < 4) {
            end++;
        }
        return end == 0 ? 0 : Integer.parseInt(v.substring(0, end));
    }
}
