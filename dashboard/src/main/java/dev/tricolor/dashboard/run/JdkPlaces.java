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
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Where Java runtimes usually are.
 *
 * @param environment the process's, for {@code JAVA_HOME} and {@code PATH}
 * @param running the home of the JVM that runs this
 * @param userHome for version managers
 * @param root of the file system; another one in tests
 */
record JdkPlaces(Map<String, String> environment, Path running, Path userHome, Path root) {

    static JdkPlaces ofThisMachine() {
        Path running = Path.of(System.getProperty("java.home"));
        Path root = running.getRoot();
        return new JdkPlaces(
                System.getenv(), running, Path.of(System.getProperty("user.home")), root == null ? Path.of("/") : root);
    }

    /** Folders that may be homes of Java runtimes, the more deliberate choice first. */
    List<Path> candidates() {
        List<Path> found = new ArrayList<>();
        String javaHome = environment.getOrDefault("JAVA_HOME", "");
        if (!javaHome.isBlank()) {
            found.add(Path.of(javaHome));
        }
        found.add(running);
        found.addAll(onPath());
        for (String folder :
                List.of("usr/lib/jvm", "usr/java", "usr/local/java", "usr/lib64/jvm", "opt/java", "opt/jdk")) {
            addChildren(root.resolve(folder), "", found);
        }
        addChildren(root.resolve("opt"), "", found);
        for (Path base : List.of(root, userHome)) {
            addChildren(base.resolve("Library/Java/JavaVirtualMachines"), "Contents/Home", found);
        }
        for (String folder : List.of(
                ".sdkman/candidates/java",
                ".jdks",
                ".asdf/installs/java",
                ".local/share/mise/installs/java",
                ".jenv/versions")) {
            addChildren(userHome.resolve(folder), "", found);
        }
        for (String vendor : List.of("Java", "Eclipse Adoptium", "Amazon Corretto", "Microsoft", "Zulu", "BellSoft")) {
            addChildren(root.resolve("Program Files").resolve(vendor), "", found);
        }
        return found;
    }

    private List<Path> onPath() {
        return Arrays.stream(environment.getOrDefault("PATH", "").split(File.pathSeparator, -1))
                .filter(folder -> !folder.isBlank())
                .flatMap(folder -> homeOf(folder).stream())
                .toList();
    }

    /** The home that the {@code java} in this folder leads to; empty where there is none. */
    private static Optional<Path> homeOf(String folder) {
        try {
            Path bin = Path.of(folder).resolve("java").toRealPath().getParent();
            return Optional.ofNullable(bin).map(Path::getParent);
        } catch (IOException | InvalidPathException e) {
            return Optional.empty();
        }
    }

    private static void addChildren(Path folder, String within, List<Path> found) {
        if (!Files.isDirectory(folder)) {
            return;
        }
        try (DirectoryStream<Path> children = Files.newDirectoryStream(folder, Files::isDirectory)) {
            List<Path> sorted = new ArrayList<>();
            children.forEach(sorted::add);
            sorted.stream().sorted().map(child -> child.resolve(within)).forEach(found::add);
        } catch (IOException | DirectoryIteratorException e) {
            return; // not ours to read
        }
    }
}
