package dev.tricolor.workloads.synthetic;

import dev.tricolor.workloads.spec.CommonKnobs;
import dev.tricolor.workloads.spec.Knob;
import dev.tricolor.workloads.spec.Measure;
import dev.tricolor.workloads.spec.Parameters;
import dev.tricolor.workloads.spec.Plan;
import dev.tricolor.workloads.spec.Signature;
import dev.tricolor.workloads.spec.Workload;
import java.util.List;

/** A live set of nearly half the heap and no throttle: allocation races reclamation. */
public final class Stall implements Workload {
    @Override
    public String name() {
        return "stall";
    }

    @Override
    public String summary() {
        return "allocates as fast as it can beside a live set of 45 % of the heap";
    }

    @Override
    public String exposes() {
        return "the race between allocation and reclamation: ZGC allocation stalls, Shenandoah degenerated collections, Go mark assists; see stalls, not pauses";
    }

    @Override
    public List<Knob> knobs() {
        return CommonKnobs.with("20m", 4, "0", ChurnWorker.knobs("45%", "2%").toArray(Knob[]::new));
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
                        "zgc",
                        "-Xmx128m",
                        "--ops 4m --live 58m",
                        "--ops 300k --live 4m --rate 200k",
                        Measure.count("jdk.ZAllocationStall", java.util.Map.of())
                                .atLeast(10)),
                Signature.of(
                        "shenandoah",
                        "-Xmx128m",
                        "--ops 4m --live 58m",
                        "--ops 300k --live 4m --rate 200k",
                        Measure.count(
                                        "jdk.GCPhasePause",
                                        java.util.Map.of("name", "Pause Degenerated GC.*|Pause Full.*"))
                                .atLeast(1)));
    }
}
