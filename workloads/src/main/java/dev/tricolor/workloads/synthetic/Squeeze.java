package dev.tricolor.workloads.synthetic;

import dev.tricolor.workloads.spec.CommonKnobs;
import dev.tricolor.workloads.spec.Knob;
import dev.tricolor.workloads.spec.Measure;
import dev.tricolor.workloads.spec.Parameters;
import dev.tricolor.workloads.spec.Plan;
import dev.tricolor.workloads.spec.Signature;
import dev.tricolor.workloads.spec.Workload;
import java.util.List;

/** A live set that leaves too little of the heap: full collections in a row. */
public final class Squeeze implements Workload {
    @Override
    public String name() {
        return "squeeze";
    }

    @Override
    public String summary() {
        return "allocates beside a live set of 60 % of the heap, so that old space is nearly full all the time";
    }

    @Override
    public String exposes() {
        return "full-GC loops and the GC overhead limit: collections that reclaim little, one after the other; see full collections and their causes";
    }

    @Override
    public List<Knob> knobs() {
        return CommonKnobs.with("20m", 2, "0", ChurnWorker.knobs("60%", "5%").toArray(Knob[]::new));
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
                        "--ops 3m --live 77m",
                        "--ops 3m --live 13m --survival 1%",
                        Measure.collectionsNamed("SerialOld").atLeast(5)),
                Signature.of(
                        "parallel",
                        "-Xmx128m",
                        "--ops 3m --live 77m",
                        "--ops 3m --live 13m --survival 1%",
                        Measure.collectionsNamed("ParallelOld").atLeast(5)),
                Signature.of(
                        "g1",
                        "-Xmx128m",
                        "--ops 5m --live 100m",
                        "--ops 3m --live 13m --survival 1%",
                        Measure.collectionsNamed("G1Old|G1Full").atLeast(2)));
    }
}
