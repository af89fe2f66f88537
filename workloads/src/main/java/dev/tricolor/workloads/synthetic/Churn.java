package dev.tricolor.workloads.synthetic;

import dev.tricolor.workloads.spec.CommonKnobs;
import dev.tricolor.workloads.spec.Knob;
import dev.tricolor.workloads.spec.Measure;
import dev.tricolor.workloads.spec.Parameters;
import dev.tricolor.workloads.spec.Plan;
import dev.tricolor.workloads.spec.Signature;
import dev.tricolor.workloads.spec.Workload;
import java.util.List;

/** High allocation rate of which about 1 % survives: the generational payoff. */
public final class Churn implements Workload {
    @Override
    public String name() {
        return "churn";
    }

    @Override
    public String summary() {
        return "allocates small objects fast; about 1 % survive and replace random ones of a live set of fixed size";
    }

    @Override
    public String exposes() {
        return "the generational payoff: cost of a collection follows the survivors, or the whole live set where there is one generation; see GC CPU share, cycles, and throughput over heap size";
    }

    @Override
    public List<Knob> knobs() {
        return CommonKnobs.with("100m", 2, "20%", ChurnWorker.knobs("48m", "1%").toArray(Knob[]::new));
    }

    @Override
    public Plan plan(Parameters parameters) {
        ChurnWorker.slots(parameters); // refuses what can't be before any thread starts
        return (RequestPlan) (index, threads, seed) -> new ChurnWorker(parameters, seed);
    }

    @Override
    public List<Signature> signatures() {
        return List.of(
                Signature.of(
                        "serial",
                        "-Xmx128m",
                        "--ops 6m --live 16m",
                        "--ops 6m --live 16m --survival 60%",
                        Measure.collectionsNamed("DefNew").atLeast(10),
                        Measure.collectionsNamed("SerialOld").atMost(0)),
                Signature.of(
                        "parallel",
                        "-Xmx128m",
                        "--ops 6m --live 16m",
                        "--ops 6m --live 16m --survival 60%",
                        Measure.collectionsNamed("ParallelScavenge").atLeast(5),
                        Measure.collectionsNamed("ParallelOld").atMost(0)));
    }
}
