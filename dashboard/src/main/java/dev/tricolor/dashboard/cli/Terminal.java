package dev.tricolor.dashboard.cli;

import java.util.Map;
import picocli.CommandLine.Help;

/**
 * Whether people look at the outputs. The launcher says so ({@code tricolor.terminal}), because Java cannot tell on every
 * release.
 *
 * @param out standard output is a terminal
 * @param err standard error is one
 * @param colour colours are wanted on it
 */
record Terminal(boolean out, boolean err, boolean colour) {

    static Terminal ofProcess() {
        return of(System.getProperty("tricolor.terminal", ""), System.getenv());
    }

    /** Colours unless {@code NO_COLOR} is set to anything or the terminal is a dumb one. */
    static Terminal of(String launcher, Map<String, String> environment) {
        boolean out = launcher.contains("out");
        boolean plain = !environment.getOrDefault("NO_COLOR", "").isEmpty()
                || environment.getOrDefault("TERM", "").equals("dumb");
        return new Terminal(out, launcher.contains("err"), out && !plain);
    }

    Help.ColorScheme colours() {
        return Help.defaultColorScheme(colour ? Help.Ansi.ON : Help.Ansi.OFF);
    }
}
