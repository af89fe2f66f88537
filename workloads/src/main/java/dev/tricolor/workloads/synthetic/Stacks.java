package dev.tricolor.workloads.synthetic;

import dev.tricolor.workloads.spec.BadInput;
import dev.tricolor.workloads.spec.CommonKnobs;
import dev.tricolor.workloads.spec.Knob;
import dev.tricolor.workloads.spec.Measure;
import dev.tricolor.workloads.spec.Parameters;
import dev.tricolor.workloads.spec.Plan;
import dev.tricolor.workloads.spec.Signature;
import dev.tricolor.workloads.spec.Workload;
import java.util.ArrayList;
import java.util.List;

/** Ten thousand parked threads with deep stacks. */
public final class Stacks implements Workload {
    @Override
    public String name() {
        return "stacks";
    }

    @Override
    public String summary() {
        return "thousands of parked threads, each with a deep stack of references; the operations churn beside them and now and then renew one";
    }

    @Override
    public String exposes() {
        return "root scanning: stacks of platform threads are scanned in pauses, those of virtual threads lie on the heap; see thread-root times and pauses";
    }

    @Override
    public List<Knob> knobs() {
        List<Knob> own = new ArrayList<>(ChurnWorker.knobs("16m", "1%"));
        own.add(Knob.choice(
                "kind", "virtual", List.of("virtual", "platform"), "virtual threads (JDK 21+) or platform threads"));
        own.add(Knob.count("stacks", "10000", 1, 1_000_000, "parked threads in all"));
        own.add(Knob.count("depth", "100", 1, 1_000, "frames of each, each holding one object"));
        own.add(Knob.count(
                "renew", "10k", 1, 1_000_000_000, "operations of a thread from one renewed stack to the next"));
        return CommonKnobs.with("10m", 2, "0", own.toArray(Knob[]::new));
    }

    @Override
    public Plan plan(Parameters parameters) {
        ChurnWorker.slots(parameters); // refuses what can't be before any thread starts
        if (parameters.number("stacks") < parameters.number("threads")) {
            throw new BadInput("--stacks is fewer than --threads", "give each thread at least one stack");
        }
        ThreadStarter starter = ThreadStarter.of(parameters.text("kind"));
        return (RequestPlan) (index, threads, seed) -> new StacksWorker(parameters, starter, index, threads, seed);
    }

    @Override
    public List<Signature> signatures() {
        return List.of(Signature.of(
                "g1",
                "-Xmx256m",
                "--ops 3m --live 4m --kind platform --stacks 400 --depth 500",
                "--ops 3m --live 4m --kind platform --stacks 2 --depth 1",
                Measure.mean("jdk.GCPhaseParallel", "name", "Thread ?Roots.*", "duration")
                        .timesBenign(3)));
    }
}
