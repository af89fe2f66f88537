package dev.tricolor.workloads;

import dev.tricolor.workloads.engine.Engine;
import dev.tricolor.workloads.engine.Observer;
import dev.tricolor.workloads.engine.WorkloadFailed;
import dev.tricolor.workloads.jfr.JfrObserver;
import dev.tricolor.workloads.report.Invariant;
import dev.tricolor.workloads.report.Result;
import dev.tricolor.workloads.spec.BadInput;
import dev.tricolor.workloads.spec.CommonKnobs;
import dev.tricolor.workloads.spec.Heap;
import dev.tricolor.workloads.spec.Parameters;
import dev.tricolor.workloads.spec.Units;
import dev.tricolor.workloads.spec.Workload;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import picocli.CommandLine.ParseResult;

/** Runs one workload and prints its result line. */
final class RunCommand {
    private RunCommand() {}

    static int run(Workload workload, ParseResult given) {
        if (given.hasMatchedOption("--" + CommonKnobs.OPS) && given.hasMatchedOption("--" + CommonKnobs.DURATION)) {
            throw new BadInput("--ops and --duration exclude each other", "give fixed work or a fixed time");
        }
        Parameters parameters =
                Parameters.read(workload.knobs(), knob -> given.matchedOptionValue("--" + knob, (String) null));
        if (parameters.has(CommonKnobs.DURATION)) {
            parameters = parameters.without(CommonKnobs.OPS);
        }
        List<Observer> observers = new ArrayList<>();
        if (ModuleLayer.boot().findModule("jdk.jfr").isPresent()) {
            observers.add(new JfrObserver());
        }
        if (given.hasMatchedOption("--progress")) {
            observers.add(new ProgressLine());
        }
        Observer all = new Observers(observers);
        try {
            Result result = new Engine(workload, parameters, all).run();
            String json = result.toJson();
            all.result(result, json);
            System.out.println(json);
            return exitCode(result);
        } catch (WorkloadFailed failure) {
            return failed(workload, failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            Exit.say(workload.name() + " was interrupted before it had a result");
            return Exit.COULD_NOT_RUN;
        }
    }

    private static int exitCode(Result result) {
        if (result.allInvariantsHeld()) {
            return Exit.FINE;
        }
        List<String> broken = result.invariants().stream()
                .filter(invariant -> !invariant.held())
                .map(RunCommand::describe)
                .toList();
        Exit.say(result.workload() + ": invariant broken: " + String.join("; ", broken));
        return Exit.INVARIANT_BROKEN;
    }

    private static String describe(Invariant invariant) {
        return invariant.name() + " (" + invariant.detail() + ")";
    }

    private static int failed(Workload workload, WorkloadFailed failure) {
        Throwable cause = Objects.requireNonNull(failure.getCause());
        if (failure.outOfMemory()) {
            Exit.say(workload.name() + " ran out of memory (" + cause.getMessage() + ") with a maximum heap of "
                    + Units.showBytes(Heap.maxBytes()) + "; give it a larger -Xmx or a smaller live set");
        } else {
            Exit.say(workload.name() + " failed: " + cause);
        }
        return Exit.COULD_NOT_RUN;
    }
}
