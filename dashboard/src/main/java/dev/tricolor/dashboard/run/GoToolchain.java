package dev.tricolor.dashboard.run;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A Go toolchain on this machine.
 *
 * @param go its command, links followed
 * @param version such as {@code 1.26.8}
 * @param minor 26 of it
 */
public record GoToolchain(Path go, String version, int minor) {

    /** The oldest release that the workloads' Go program is written for. */
    public static final int OLDEST_MINOR = 19;

    /** The release in which Green Tea came as an experiment, and the one in which it became the default. */
    private static final int GREEN_TEA_EXPERIMENT = 25;

    private static final int GREEN_TEA_DEFAULT = 26;

    private static final Pattern SAYS = Pattern.compile("go version go(1\\.(\\d+)\\S*) .*", Pattern.DOTALL);
    private static final long ANSWERS_WITHIN_SECONDS = 20;

    /** Asks the command of that path; empty where it is none, or no Go 1. */
    static Optional<GoToolchain> at(Path candidate) {
        try {
            Path go = candidate.toRealPath();
            if (!Files.isExecutable(go) || Files.isDirectory(go)) {
                return Optional.empty();
            }
            ProcessBuilder builder = new ProcessBuilder(go.toString(), "version").redirectErrorStream(true);
            builder.environment().put("GOTOOLCHAIN", "local");
            Process asked = builder.start();
            asked.getOutputStream().close();
            String says = new String(asked.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (!asked.waitFor(ANSWERS_WITHIN_SECONDS, TimeUnit.SECONDS)) {
                asked.destroyForcibly();
                return Optional.empty();
            }
            Matcher m = SAYS.matcher(says);
            return m.matches()
                    ? Optional.of(new GoToolchain(go, m.group(1), Integer.parseInt(m.group(2))))
                    : Optional.empty();
        } catch (IOException e) {
            return Optional.empty(); // no such command
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    /** Such as {@code 1.26}. */
    public String release() {
        return "1." + minor;
    }

    /** Why it cannot be used; empty where it can. */
    public Optional<String> unusable() {
        return minor < OLDEST_MINOR ? Optional.of("older than 1." + OLDEST_MINOR) : Optional.empty();
    }

    /** Whether a program can be built with Green Tea and without. */
    public boolean offersGreenTea() {
        return minor >= GREEN_TEA_EXPERIMENT;
    }

    /**
     * The experiments to build with.
     *
     * @param greenTea {@code on}, {@code off}, or empty for what it does by itself
     */
    List<String> experiments(String greenTea) {
        boolean byItself = minor >= GREEN_TEA_DEFAULT;
        return switch (greenTea) {
            case "on" -> byItself ? List.of() : List.of("greenteagc");
            case "off" -> byItself ? List.of("nogreenteagc") : List.of();
            default -> List.of();
        };
    }
}
