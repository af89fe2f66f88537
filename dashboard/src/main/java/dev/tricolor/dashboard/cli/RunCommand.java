package dev.tricolor.dashboard.cli;

import dev.tricolor.dashboard.run.CollectorChoice;
import dev.tricolor.dashboard.run.CollectorProbe;
import dev.tricolor.dashboard.run.HeapSize;
import dev.tricolor.dashboard.run.Home;
import dev.tricolor.dashboard.run.Jdk;
import dev.tricolor.dashboard.run.Jdks;
import dev.tricolor.dashboard.run.RunPlan;
import dev.tricolor.dashboard.run.WorkloadCatalog;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Runs workloads under chosen collectors, JDKs and heaps: one JVM after the other. */
@Command(
        name = "run",
        description = "Runs workloads under chosen collectors, JDKs and heap sizes, one JVM after the other.",
        mixinStandardHelpOptions = true,
        sortOptions = false)
@SuppressWarnings("NullAway.Init") // picocli sets the fields
final class RunCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Parameters(arity = "1..*", paramLabel = "WORKLOAD", description = "Such as churn; tricolor workloads lists them.")
    private List<String> workloads;

    @Option(
            names = "--gc",
            split = ",",
            paramLabel = "GC",
            description = "Collectors (default: all that the JDKs have, but for epsilon).")
    private List<String> collectors = List.of();

    @Option(
            names = "--jdk",
            split = ",",
            paramLabel = "JDK",
            description = "Releases such as 17,25, or folders (default: one of each release found).")
    private List<String> jdkWords = List.of();

    @Option(
            names = "--heap",
            split = ",",
            defaultValue = "512m",
            paramLabel = "SIZE",
            description = "Heaps, each fixed from the start: -Xms = -Xmx (default: ${DEFAULT-VALUE}).")
    private List<String> heaps;

    @Option(names = "--repeat", defaultValue = "1", paramLabel = "N", description = "Invocations (default: 1).")
    private int repeat;

    @Option(
            names = "--limit",
            defaultValue = "15",
            paramLabel = "MINUTES",
            description = "After which a JVM is ended (default: ${DEFAULT-VALUE}).")
    private int limitMinutes;

    @Mixin
    private KnobOptions knobs;

    @Mixin
    private JsonOption json;

    @Mixin
    private DashboardOptions options;

    @Override
    public Integer call() throws Exception {
        Output output = new Output(spec);
        RunPlan plan = plan();
        DashboardAccess access = DashboardAccess.findOrStart(options, output::note);
        return new MatrixRun(output, json.wanted(), access, true)
                .run(plan, Duration.ofMinutes(limitMinutes), true, List.of());
    }

    private RunPlan plan() {
        List<CollectorChoice> chosen =
                collectors.stream().map(CollectorChoice::of).distinct().toList();
        List<HeapSize> sizes = heaps.stream().map(HeapSize::parse).distinct().toList();
        List<String> arguments = knobs.arguments();
        WorkloadCatalog catalog = WorkloadCatalog.of(Home.find());
        workloads.forEach(workload -> catalog.check(workload, arguments, sizes));
        Jdks found = Jdks.find();
        List<Jdk> jdks = jdkWords.isEmpty()
                ? found.usable()
                : jdkWords.stream().map(found::select).distinct().toList();
        CollectorProbe probe = Machine.collectors();
        List<CollectorChoice> all = chosen.isEmpty() ? CollectorChoice.inAnyOf(jdks, probe::supported) : chosen;
        List<RunPlan.Work> work =
                workloads.stream().map(w -> new RunPlan.Work(w, arguments)).toList();
        return RunPlan.of(work, all, jdks, sizes, repeat, probe::supported);
    }
}
