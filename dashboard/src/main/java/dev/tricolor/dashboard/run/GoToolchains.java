package dev.tricolor.dashboard.run;

import java.io.File;
import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The Go toolchains of this machine, newest first, each once. */
public final class GoToolchains {
    private final List<GoToolchain> all;

    GoToolchains(List<Path> candidates) {
        Map<Path, GoToolchain> found = new LinkedHashMap<>();
        for (Path candidate : candidates) {
            GoToolchain.at(candidate).ifPresent(go -> found.putIfAbsent(go.go(), go));
        }
        List<GoToolchain> sorted = new ArrayList<>(found.values());
        sorted.sort(Comparator.comparingInt(GoToolchain::minor).reversed()); // stable: the more deliberate choice first
        all = List.copyOf(sorted);
    }

    /** On the PATH and in the usual places; none where the environment says {@code TRICOLOR_GO=none}. */
    public static GoToolchains find() {
        return find(System.getenv());
    }

    static GoToolchains find(Map<String, String> environment) {
        if (environment.getOrDefault("TRICOLOR_GO", "").equals("none")) {
            return new GoToolchains(List.of());
        }
        return new GoToolchains(
                candidates(environment, Path.of(System.getProperty("user.home")), Path.of(File.separator)));
    }

    static List<Path> candidates(Map<String, String> environment, Path userHome, Path root) {
        List<Path> found = new ArrayList<>();
        Optional.ofNullable(environment.get("GOROOT"))
                .filter(g -> !g.isBlank())
                .ifPresent(g -> found.add(in(Path.of(g))));
        Arrays.stream(environment.getOrDefault("PATH", "").split(File.pathSeparator, -1))
                .filter(folder -> !folder.isBlank())
                .forEach(folder -> addOnPath(folder, found));
        for (String folder : List.of("usr/local/go", "usr/lib/go", "opt/go")) {
            found.add(in(root.resolve(folder)));
        }
        addChildren(root.resolve("usr/lib"), "go-*", found);
        addChildren(userHome.resolve("sdk"), "go*", found);
        return found;
    }

    private static void addOnPath(String folder, List<Path> found) {
        try {
            found.add(Path.of(folder).resolve("go"));
        } catch (InvalidPathException e) {
            return; // a PATH may hold anything
        }
    }

    private static Path in(Path goroot) {
        return goroot.resolve("bin").resolve("go");
    }

    private static void addChildren(Path folder, String glob, List<Path> found) {
        if (!Files.isDirectory(folder)) {
            return;
        }
        try (DirectoryStream<Path> children = Files.newDirectoryStream(folder, glob)) {
            List<Path> sorted = new ArrayList<>();
            children.forEach(sorted::add);
            sorted.stream().sorted().map(GoToolchains::in).forEach(found::add);
        } catch (IOException | DirectoryIteratorException e) {
            return; // not ours to read
        }
    }

    /** All that were found, those that cannot be used too. */
    public List<GoToolchain> all() {
        return all;
    }

    /** The newest that can be used; empty where there is none. */
    public Optional<GoToolchain> newest() {
        return all.stream().filter(go -> go.unusable().isEmpty()).findFirst();
    }

    /**
     * The toolchain that a word on the command line means.
     *
     * @param word a release such as {@code 1.26}, a version such as {@code 1.26.8}, a folder, or the command itself
     * @throws BadRunException where there is none, or it cannot be used
     */
    public GoToolchain select(String word) {
        GoToolchain go = word.matches("1\\.[0-9]+\\S*") ? byVersion(word) : byPath(word);
        go.unusable().ifPresent(why -> {
            throw new BadRunException("Go " + go.version() + " is " + why, known());
        });
        return go;
    }

    private GoToolchain byVersion(String word) {
        return all.stream()
                .filter(go -> go.version().equals(word) || go.release().equals(word))
                .findFirst()
                .orElseThrow(() -> new BadRunException("no Go " + word + " on this machine", known()));
    }

    private static GoToolchain byPath(String word) {
        Path given;
        try {
            given = Path.of(word);
        } catch (InvalidPathException e) {
            throw new BadRunException("\"" + word + "\" is no Go toolchain", "give its version or its folder");
        }
        return GoToolchain.at(Files.isDirectory(given) ? in(given) : given)
                .orElseThrow(() -> new BadRunException(
                        "no Go toolchain in " + word, "give the folder that has bin/go in it, or the command itself"));
    }

    private String known() {
        List<String> versions = all.stream()
                .filter(go -> go.unusable().isEmpty())
                .map(GoToolchain::version)
                .toList();
        return versions.isEmpty()
                ? "install Go 1." + GoToolchain.OLDEST_MINOR + " or newer, or give its folder with --go PATH"
                : "found: " + String.join(", ", versions) + "; another one by its folder, --go PATH";
    }
}
