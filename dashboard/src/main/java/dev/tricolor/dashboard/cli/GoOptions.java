package dev.tricolor.dashboard.cli;

import dev.tricolor.dashboard.run.GoRequest;
import java.util.List;
import picocli.CommandLine.Option;

/** How Go runs beside the JVMs. */
final class GoOptions {

    @Option(
            names = "--go",
            split = ",",
            paramLabel = "GO",
            description = "Go toolchains: releases such as 1.26, or folders (default: the newest found).")
    private List<String> toolchains = List.of();

    @Option(
            names = "--gogc",
            split = ",",
            paramLabel = "PERCENT",
            description = "GOGC values for Go, such as 50,100,200,off (default: 100).")
    private List<String> gogc = List.of();

    @Option(
            names = "--memlimit",
            split = ",",
            paramLabel = "SIZE|heap",
            description = "Go's memory limit; heap: each heap of the JVMs (default: none).")
    private List<String> limits = List.of();

    @Option(
            names = "--greentea",
            split = ",",
            paramLabel = "on|off",
            description = "Go with Green Tea and without, where the toolchain offers it (default: as it comes).")
    private List<String> greenTea = List.of();

    @Option(
            names = "--equal-memory",
            description = "Give the JVMs the heap that Go used at its peak, for each GOGC; the reverse is --gogc off"
                    + " --memlimit heap.")
    private boolean equalMemory;

    GoRequest request() {
        return new GoRequest(toolchains, gogc, limits, greenTea, equalMemory);
    }
}
