package dev.tricolor.dashboard.cli;

import dev.tricolor.dashboard.run.CollectorChoice;
import dev.tricolor.dashboard.run.CollectorProbe;
import dev.tricolor.dashboard.run.HeapSize;
import dev.tricolor.dashboard.run.Jdks;
import dev.tricolor.dashboard.run.RunPlan;
import java.time.Duration;
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
    private static final Duration ROW_AT_MOST = Duration.ofMinutes(3);

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
        Jdks jdks = Jdks.find();
        CollectorProbe probe = Machine.collectors();
        RunPlan plan = RunPlan.of(
                List.of(new RunPlan.Work("churn", List.of("--ops=" + ops))),
                CollectorChoice.inAnyOf(jdks.usable(), probe::supported),
                jdks.usable(),
                List.of(HeapSize.parse(heap)),
                1,
                probe::supported);
        DashboardAccess access = DashboardAccess.findOrStart(options, output::note);
        if (!json.wanted()) {
            output.text("Tricolor: " + access.client().base() + ", "
                    + plan.rows().size() + " runs of churn with " + heap + " of heap");
        }
        int code = new MatrixRun(output, json.wanted(), access, exit)
                .run(plan, ROW_AT_MOST, false, Machine.wouldAdd(jdks));
        if (!exit && access.own().isPresent()) {
            output.note("serving until Ctrl-C");
            UntilEnded.forever();
        }
        return code;
    }
}
