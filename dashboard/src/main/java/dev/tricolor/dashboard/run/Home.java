package dev.tricolor.dashboard.run;

import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import org.jspecify.annotations.Nullable;

/** The folder that Tricolor was built in, and the jars in it that go into other JVMs. */
public final class Home {
    private final Path root;

    Home(Path root) {
        this.root = root;
    }

    /** From the system property {@code tricolor.home}, else from where this class was loaded. */
    public static Home find() {
        String given = System.getProperty("tricolor.home", "");
        return new Home(given.isBlank() ? builtIn() : Path.of(given).toAbsolutePath());
    }

    public Path agentJar() {
        return existing("agent/target/tricolor-agent.jar");
    }

    /** The workloads, one program. */
    public Path workloadsJar() {
        return existing("workloads/target/tricolor-workloads.jar");
    }

    /** The module of the workloads' Go program. */
    Path goWorkloads() {
        Path module = root.resolve("workloads/go");
        if (!Files.isRegularFile(module.resolve("go.mod"))) {
            throw new BadRunException("no workloads/go in " + root, "run Tricolor from its checkout");
        }
        return module;
    }

    private Path existing(String name) {
        Path jar = root.resolve(name);
        if (!Files.isRegularFile(jar)) {
            throw new BadRunException(
                    "no " + name + " in " + root,
                    "build it: ./mvnw -DskipTests package (./tricolor does so by itself)");
        }
        return jar;
    }

    /** {@code dashboard/target/tricolor.jar} or {@code dashboard/target/classes}: three levels below the root. */
    private static Path builtIn() {
        CodeSource source = Home.class.getProtectionDomain().getCodeSource();
        try {
            @Nullable
            Path up = source == null ? null : Path.of(source.getLocation().toURI());
            for (int i = 0; i < 3 && up != null; i++) {
                up = up.getParent();
            }
            return up == null ? Path.of("").toAbsolutePath() : up;
        } catch (URISyntaxException e) {
            throw new IllegalStateException("cannot tell where Tricolor is: set -Dtricolor.home", e);
        }
    }
}
