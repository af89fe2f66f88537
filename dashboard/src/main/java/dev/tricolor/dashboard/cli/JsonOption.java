package dev.tricolor.dashboard.cli;

import picocli.CommandLine.Option;

/** {@code --json}, the same in every command. */
final class JsonOption {

    @Option(names = "--json", description = "JSON for programs instead of a table for people.")
    private boolean json;

    boolean wanted() {
        return json;
    }
}
