package dev.tricolor.dashboard.cli;

import dev.tricolor.dashboard.run.CollectorChoice;
import dev.tricolor.dashboard.run.GoRequest;
import dev.tricolor.dashboard.run.MachineFacts;
import dev.tricolor.dashboard.run.RunRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Everything once: a dashboard, and the same short work under every collector of every JDK found and in Go. */
@Command(
        name = "demo",
        description =
                "Starts the dashboard and runs one short workload under every collector of every JDK found and in Go.",
        mixinStandardHelpOptions = true,
        sortOptions = false)
@SuppressWarnings("NullAway.Init") // picocli sets the fields
final class DemoCommand implements Callable<Integer> {
    private static final int ROW_MINUTES_AT_MOST = 3;
    private static final GoRequest GOGC_50_100_200 =
            new GoRequest(List.of(), List.of("50", "100", "200"), List.of(), List.of(), false);

    @Spec
    private CommandSpec spec;

    @Option(names = "--exit", description = "End after the table instead of serving until Ctrl-C.")
    private boolean exit;

    @Mixin
    private JsonOption json;

    @Option(
            names = "--ops",
            paramLabel = "N",
            defaultValue = "40m",
            description = "Operations of each run (default: ${DEFAULT-VALUE}).")
    private String ops;

    @Option(
            names = "--heap",
            paramLabel = "SIZE",
            defaultValue = "160m",
            description = "Heap of each run (default: ${DEFAULT-VALUE}).")
    private String heap;

    @Mixin
    private DashboardOptions options;

    @Override
    public Integer call() throws Exception {
        Output output = new Output(spec);
        MachineFacts machine = Machine.facts();
        RunRequest request = new RunRequest(
                List.of("churn"),
                List.of("--ops=" + ops),
                collectors(machine),
                List.of(),
                List.of(heap),
                List.of(),
                1,
                false,
                "",
                "",
                machine.go().newest().isEmpty() ? GoRequest.PLAIN : GOGC_50_100_200,
                ROW_MINUTES_AT_MOST);
        Machine.check(request);
        DashboardAccess access = DashboardAccess.findOrStart(options, output::note);
        if (!json.wanted()) {
            output.text("Tricolor: " + access.client().base() + ", churn with " + heap
                    + " of heap under every collector of every JDK"
                    + machine.go()
                            .newest()
                            .map(go -> " and in Go " + go.version())
                            .orElse(""));
        }
        int code = new MatrixRun(output, json.wanted(), options.data(), access, exit)
                .run(
                        request,
                        new BesideRun(
                                Machine.wouldAdd(machine.jdks(), machine.go()),
                                machine.go().newest().isEmpty()));
        if (!exit && access.own().isPresent()) {
            output.note("serving until Ctrl-C");
            UntilEnded.forever();
        }
        return code;
    }

    /** All that there are; Go is asked for by its options. */
    private static List<String> collectors(MachineFacts machine) {
        List<String> all = new ArrayList<>();
        CollectorChoice.inAnyOf(machine.jdks().usable(), machine.probe()::supported)
                .forEach(c -> all.add(c.id()));
        if (machine.go().newest().isPresent()) {
            all.add("go");
        }
        return all;
    }
}
