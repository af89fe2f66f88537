package dev.tricolor.dashboard.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** A workload's own knobs: the common ones by name, all of them by {@code --set}. The workload itself checks the values. */
final class KnobOptions {

    @Option(names = "--ops", paramLabel = "N", description = "Operations in all, such as 20m: fixed work.")
    private @Nullable String ops;

    @Option(
            names = "--duration",
            paramLabel = "TIME",
            description = "Run for so long instead, such as 30s: for watching.")
    private @Nullable String duration;

    @Option(names = "--rate", paramLabel = "N", description = "Operations a second, open loop.")
    private @Nullable String rate;

    @Option(names = "--threads", paramLabel = "N", description = "Threads that do the operations.")
    private @Nullable String threads;

    @Option(names = "--live", paramLabel = "SIZE", description = "Size of the live set, such as 64m.")
    private @Nullable String live;

    @Option(names = "--seed", paramLabel = "N", description = "Every choice of the workload follows from it.")
    private @Nullable String seed;

    @Option(names = "--set", paramLabel = "KNOB=VALUE", description = "Any other knob; tricolor workloads lists them.")
    private Map<String, String> others = new LinkedHashMap<>();

    /** As the workload's own command line takes them. */
    List<String> arguments() {
        List<String> arguments = new ArrayList<>();
        add(arguments, "ops", ops);
        add(arguments, "duration", duration);
        add(arguments, "rate", rate);
        add(arguments, "threads", threads);
        add(arguments, "live", live);
        add(arguments, "seed", seed);
        others.forEach((knob, value) -> add(arguments, knob, value));
        return List.copyOf(arguments);
    }

    private static void add(List<String> arguments, String knob, @Nullable String value) {
        if (value != null) {
            arguments.add("--" + knob + "=" + value);
        }
    }
}
