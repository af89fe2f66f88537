package dev.tricolor.dashboard.run;

import dev.tricolor.dashboard.results.GoTuning;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The workloads' Go program, its collector set in one way.
 *
 * @param program built by that toolchain
 * @param heapBytes the memory that it is compared at: its limit where it has one; 0 where at none
 */
record GoTarget(GoToolchain toolchain, GoTuning go, Path program, long heapBytes) implements Target {

    /** The runtime's own account of each collection, on standard error: the two pauses of each are nowhere else. */
    private static final String TRACE = "gctrace=1";

    @Override
    public String collector() {
        return "go";
    }

    @Override
    public String runtime() {
        return toolchain.release();
    }

    @Override
    public String version() {
        return toolchain.version();
    }

    @Override
    public String home() {
        return toolchain.go().toString();
    }

    @Override
    public String tuning() {
        return go.text();
    }

    @Override
    public String name() {
        return "go-" + toolchain.release() + "-" + tuning().replace("=", "").replace(',', '-');
    }

    @Override
    public Map<String, String> labels() {
        Map<String, String> labels = new LinkedHashMap<>();
        labels.put("collector", "go");
        labels.put("go", toolchain.version());
        labels.put("gogc", go.gogc());
        if (go.limitBytes() > 0) {
            labels.put("memlimit", new HeapSize(go.limitBytes()).toString());
        }
        if (!go.greenTea().isEmpty()) {
            labels.put("greentea", go.greenTea());
        }
        return labels;
    }

    @Override
    public Launch launch(Home home, String workload, List<String> arguments, Reporting reporting) {
        Map<String, String> environment = new HashMap<>(bareEnvironment());
        environment.put("TRICOLOR_URL", reporting.address().toString());
        environment.put("TRICOLOR_NAME", reporting.name());
        reporting
                .labels()
                .forEach((key, value) -> environment.put("TRICOLOR_LABEL_" + key.toUpperCase(Locale.ROOT), value));
        return new Launch(command(workload, arguments), environment);
    }

    @Override
    public Launch bare(Home home, String workload, List<String> arguments) {
        return new Launch(command(workload, arguments), bareEnvironment());
    }

    private List<String> command(String workload, List<String> arguments) {
        List<String> command = new ArrayList<>(List.of(program.toString(), workload));
        command.addAll(arguments);
        command.add("--gogc=" + go.gogc());
        if (go.limitBytes() > 0) {
            command.add("--memlimit=" + new HeapSize(go.limitBytes()));
        }
        return command;
    }

    private static Map<String, String> bareEnvironment() {
        return Map.of("TRICOLOR_END_WITH_STDIN", "1", "GODEBUG", TRACE);
    }
}
