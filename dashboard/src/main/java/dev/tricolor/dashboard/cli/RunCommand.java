package dev.tricolor.dashboard.cli;

import dev.tricolor.dashboard.results.RunStore;
import dev.tricolor.dashboard.run.RunRequest;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Runs workloads under chosen collectors, JDKs and heaps, and in Go: one process after the other. */
@Command(
        name = "run",
        description =
                "Runs workloads under chosen collectors, JDKs and heap sizes, and in Go, one process after the other.",
        mixinStandardHelpOptions = true,
        sortOptions = false)
@SuppressWarnings("NullAway.Init") // picocli sets the fields
final class RunCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Parameters(arity = "0..*", paramLabel = "WORKLOAD", description = "Such as churn; tricolor workloads lists them.")
    private List<String> workloads = List.of();

    @Option(
            names = "--gc",
            split = ",",
            paramLabel = "GC",
            description = "Collectors, go among them (default: all that the JDKs have, but for epsilon).")
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
            paramLabel = "SIZE",
            description = "Heaps, each fixed from the start: -Xms = -Xmx (default: 512m).")
    private List<String> heaps = List.of();

    @Option(
            names = "--headroom",
            split = ",",
            paramLabel = "X",
            description =
                    "Heaps as multiples of the smallest in which G1 completes the work, such as 1.5,2,3,6; that is"
                            + " looked for by bisection, once.")
    private List<String> headrooms = List.of();

    @Option(names = "--repeat", defaultValue = "1", paramLabel = "N", description = "Invocations (default: 1).")
    private int repeat;

    @Option(
            names = "--control",
            negatable = true,
            description = "Run the baseline twice in each round, A/A: shows how far equal setups differ (default: with"
                    + " --repeat 2 and more).")
    private @Nullable Boolean control;

    @Option(
            names = "--baseline",
            defaultValue = "",
            paramLabel = "GC-JDK",
            description =
                    "What ratios are taken against, such as g1-17 or go-1.26-gogc100 (default: G1 on the oldest JDK).")
    private String baseline;

    @Option(
            names = "--pin",
            defaultValue = "",
            paramLabel = "CPUS",
            description = "Processors that the JVMs may use, such as 0 or 2-5 (Linux; default: all).")
    private String pin;

    @Option(
            names = "--limit",
            defaultValue = "15",
            paramLabel = "MINUTES",
            description = "After which a JVM is ended (default: ${DEFAULT-VALUE}).")
    private int limitMinutes;

    @Option(
            names = "--resume",
            paramLabel = "RUN",
            description = "Go on with a run that was cut off, by its id; last is the newest.")
    private @Nullable String resumed;

    @Mixin
    private GoOptions go;

    @Mixin
    private KnobOptions knobs;

    @Mixin
    private JsonOption json;

    @Mixin
    private DashboardOptions options;

    @Override
    public Integer call() throws Exception {
        Output output = new Output(spec);
        if (resumed == null && workloads.isEmpty()) {
            throw Complaint.usage("no workload named", "such as churn; tricolor workloads lists them");
        }
        if (resumed != null && !workloads.isEmpty()) {
            throw Complaint.usage("--resume knows its workloads", "give no others");
        }
        if (go.request().equalMemory() && !(headrooms.isEmpty() && heaps.isEmpty())) {
            throw Complaint.usage("--equal-memory sets the heaps itself", "leave --heap and --headroom away");
        }
        if (!headrooms.isEmpty() && !heaps.isEmpty()) {
            throw Complaint.usage("--heap and --headroom exclude each other", "give sizes or multiples");
        }
        if (resumed == null) {
            Machine.check(request()); // before a dashboard is started
        } else {
            Runs.named(new RunStore(options.data()), resumed);
        }
        DashboardAccess access = DashboardAccess.findOrStart(options, output::note);
        MatrixRun run = new MatrixRun(output, json.wanted(), options.data(), access, true);
        return resumed == null ? run.run(request(), BesideRun.NOTHING) : run.resume(resumed);
    }

    private RunRequest request() {
        return new RunRequest(
                workloads,
                knobs.arguments(),
                collectors,
                jdkWords,
                heaps,
                headrooms,
                repeat,
                control == null ? repeat > 1 : control,
                baseline,
                pin,
                go.request(),
                limitMinutes);
    }
}
