package dev.tricolor.dashboard.cli;

import dev.tricolor.dashboard.run.MachineFacts;
import dev.tricolor.dashboard.run.RunRequest;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Everything once: a dashboard, and the same short work under every collector of every JDK found. */
@Command(
        name = "demo",
        description = "Starts the dashboard and runs one short workload under every collector of every JDK found.",
        mixinStandardHelpOptions = true,
        sortOptions = false)
@SuppressWarnings("NullAway.Init") // picocli sets the fields
final class DemoCommand implements Callable<Integer> {
    private static final int ROW_MINUTES_AT_MOST = 3;

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
                List.of(),
                List.of(),
                List.of(heap),
                List.of(),
                1,
                false,
                "",
                "",
                ROW_MINUTES_AT_MOST);
        Machine.check(request);
        DashboardAccess access = DashboardAccess.findOrStart(options, output::note);
        if (!json.wanted()) {
            output.text("Tricolor: " + access.client().base() + ", churn with " + heap
                    + " of heap under every collector of every JDK");
        }
        int code = new MatrixRun(output, json.wanted(), options.data(), access, exit)
                .run(request, Machine.wouldAdd(machine.jdks()));
        if (!exit && access.own().isPresent()) {
            output.note("serving until Ctrl-C");
            UntilEnded.forever();
        }
        return code;
    }
}
