package dev.tricolor.dashboard.run;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** A file system with Java runtimes in it, made of the release files of real ones. */
final class FakeMachine {
    static final String DEBIAN_17 = "release-17-debian";
    static final String TEMURIN_25 = "release-25-temurin";

    private final Path root;
    private final Map<String, String> environment = new HashMap<>();
    private Path running;

    FakeMachine(Path root) {
        this.root = root;
        this.running = root.resolve("nowhere");
    }

    /** A runtime whose release file is one of the real ones. */
    Path runtime(String folder, String releaseFile) {
        try (InputStream in = FakeMachine.class.getResourceAsStream(releaseFile)) {
            return runtimeWith(folder, new String(in.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Path runtimeWith(String folder, String release) {
        try {
            Path home = root.resolve(folder);
            Path java = Files.createDirectories(home.resolve("bin")).resolve("java");
            Files.writeString(java, "#!/bin/sh\nexit 1\n");
            if (!java.toFile().setExecutable(true)) {
                throw new IOException("cannot make " + java + " executable");
            }
            Files.writeString(home.resolve("release"), release);
            return home;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void link(String name, Path target) {
        try {
            Path link = root.resolve(name);
            Files.createDirectories(link.getParent());
            Files.createSymbolicLink(link, target);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    FakeMachine environment(String key, Object value) {
        environment.put(key, value.toString());
        return this;
    }

    FakeMachine running(Path home) {
        running = home;
        return this;
    }

    Jdks jdks() {
        return new Jdks(new JdkPlaces(environment, running, root.resolve("home/someone"), root).candidates());
    }
}
