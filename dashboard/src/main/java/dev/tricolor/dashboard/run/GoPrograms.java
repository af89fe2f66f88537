package dev.tricolor.dashboard.run;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/** The workloads' Go program, built by each toolchain that is asked for; once in the life of this process. Thread-safe. */
public final class GoPrograms {
    private static final long BUILDS_WITHIN_MINUTES = 10;

    private final Home home;
    private final Path cache;
    private final Map<Path, Path> built = new ConcurrentHashMap<>();

    /** Keeps programs in {@code cache}, which may not exist yet. */
    public GoPrograms(Home home, Path cache) {
        this.home = home;
        this.cache = cache;
    }

    /**
     * The program, built where it is not or where its sources are newer, as Go's own cache tells.
     *
     * @param greenTea {@code on}, {@code off}, or empty for what the toolchain does by itself
     * @throws BadRunException where it can't be built
     */
    Path program(GoToolchain toolchain, String greenTea) {
        Path program = place(toolchain, greenTea);
        return built.computeIfAbsent(program, p -> build(toolchain, greenTea, p));
    }

    /** Whether it has been built by this process. */
    boolean has(GoToolchain toolchain, String greenTea) {
        return built.containsKey(place(toolchain, greenTea));
    }

    private Path place(GoToolchain toolchain, String greenTea) {
        return cache.resolve("go-" + toolchain.version() + (greenTea.isEmpty() ? "" : "-greentea-" + greenTea))
                .resolve("tricolor-workloads");
    }

    private Path build(GoToolchain toolchain, String greenTea, Path program) {
        ProcessBuilder go = new ProcessBuilder(
                        toolchain.go().toString(), "build", "-o", program.toString(), "./cmd/tricolor-workloads")
                .directory(home.goWorkloads().toFile())
                .redirectErrorStream(true);
        go.environment().keySet().removeIf(key -> key.equals("GOFLAGS") || key.equals("GOEXPERIMENT"));
        go.environment().putAll(Map.of("GOTOOLCHAIN", "local", "GOWORK", "off"));
        if (!toolchain.experiments(greenTea).isEmpty()) {
            go.environment().put("GOEXPERIMENT", String.join(",", toolchain.experiments(greenTea)));
        }
        try {
            Files.createDirectories(program.getParent() == null ? cache : program.getParent());
            Process build = go.start();
            build.getOutputStream().close();
            String says = new String(build.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (!build.waitFor(BUILDS_WITHIN_MINUTES, TimeUnit.MINUTES)) {
                build.destroyForcibly();
                throw cannot(toolchain, "not within " + BUILDS_WITHIN_MINUTES + " minutes");
            }
            if (build.exitValue() != 0) {
                throw cannot(
                        toolchain,
                        says.lines()
                                .map(String::strip)
                                .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                                .findFirst()
                                .orElse("exit " + build.exitValue()));
            }
            return program;
        } catch (IOException e) {
            throw cannot(toolchain, String.valueOf(e.getMessage()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw cannot(toolchain, "interrupted");
        }
    }

    private static BadRunException cannot(GoToolchain toolchain, String why) {
        return new BadRunException(
                "the Go workloads do not build with " + toolchain.go() + " " + toolchain.version() + ": " + why,
                "leave go out of --gc, or give another toolchain with --go");
    }
}
