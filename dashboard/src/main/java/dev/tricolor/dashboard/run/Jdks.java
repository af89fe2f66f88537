package dev.tricolor.dashboard.run;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The Java runtimes of this machine, oldest feature release first, each once. */
public final class Jdks {
    private final List<Jdk> all;

    Jdks(List<Path> candidates) {
        Map<Path, Jdk> found = new LinkedHashMap<>();
        for (Path candidate : candidates) {
            Jdk.at(candidate).ifPresent(jdk -> found.putIfAbsent(jdk.home(), jdk));
        }
        List<Jdk> sorted = new ArrayList<>(found.values());
        sorted.sort(Comparator.comparingInt(Jdk::feature)); // stable: the more deliberate choice stays first
        all = List.copyOf(sorted);
    }

    public static Jdks find() {
        return new Jdks(JdkPlaces.ofThisMachine().candidates());
    }

    /** All that were found, those that cannot be used too. */
    public List<Jdk> all() {
        return all;
    }

    /** One of each feature release that can be used. */
    public List<Jdk> usable() {
        Map<Integer, Jdk> byFeature = new TreeMap<>();
        for (Jdk jdk : all) {
            if (jdk.unusable().isEmpty()) {
                byFeature.putIfAbsent(jdk.feature(), jdk);
            }
        }
        return List.copyOf(byFeature.values());
    }

    /**
     * The runtime that a word on the command line means.
     *
     * @param word a feature release such as {@code 25}, the start of a version such as {@code 17.0.15}, or a folder
     * @throws BadRunException where there is none, or it cannot be used
     */
    public Jdk select(String word) {
        Jdk jdk = word.matches("[0-9]+(\\.[0-9.]+)?") ? byVersion(word) : byFolder(word);
        Optional<String> why = jdk.unusable();
        if (why.isPresent()) {
            throw new BadRunException(
                    "JDK " + jdk.version() + " in " + jdk.home() + " " + why.get(), knownVersions(), "jdks");
        }
        return jdk;
    }

    private Jdk byVersion(String word) {
        return all.stream()
                .filter(jdk -> jdk.version().equals(word)
                        || jdk.version().startsWith(word + ".")
                        || String.valueOf(jdk.feature()).equals(word))
                .findFirst()
                .orElseThrow(() -> new BadRunException("no JDK " + word + " on this machine", knownVersions(), "jdks"));
    }

    private Jdk byFolder(String word) {
        return Jdk.at(Path.of(word))
                .orElseThrow(() -> new BadRunException(
                        "no Java runtime in " + word,
                        "give the folder that has bin/java and the file release in it",
                        "jdks"));
    }

    private String knownVersions() {
        if (usable().isEmpty()) {
            return "install a JDK " + Jdk.OLDEST + " or newer, or give its folder with --jdk";
        }
        return "found: " + String.join(", ", usable().stream().map(Jdk::version).toList())
                + "; another one by its folder, --jdk PATH";
    }
}
