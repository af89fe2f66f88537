package dev.tricolor.workloads.synthetic;

import dev.tricolor.workloads.spec.CommonKnobs;
import dev.tricolor.workloads.spec.Knob;
import dev.tricolor.workloads.spec.Measure;
import dev.tricolor.workloads.spec.Parameters;
import dev.tricolor.workloads.spec.Plan;
import dev.tricolor.workloads.spec.Signature;
import dev.tricolor.workloads.spec.Units;
import dev.tricolor.workloads.spec.Workload;
import java.util.ArrayList;
import java.util.List;

/** A slow leak behind a static map. */
public final class Leak implements Workload {
    @Override
    public String name() {
        return "leak";
    }

    @Override
    public String summary() {
        return "churn, and one in a hundred new objects stays forever in a static map";
    }

    @Override
    public String exposes() {
        return "a live set that only grows: the trend of the heap after old collections, and the leak candidates of old-object samples";
    }

    @Override
    public List<Knob> knobs() {
        List<Knob> own = new ArrayList<>(ChurnWorker.knobs("16m", "1%"));
        own.add(Knob.share("leak", "1%", 0, Units.PPM, "share of the new objects that are never let go"));
        return CommonKnobs.with("50m", 2, "0", own.toArray(Knob[]::new));
    }

    @Override
    public Plan plan(Parameters parameters) {
        ChurnWorker.slots(parameters); // refuses what can't be before any thread starts
        return (RequestPlan) (index, threads, seed) -> new LeakWorker(parameters, index, seed);
    }

    @Override
    public List<Signature> signatures() {
        return List.of(Signature.of(
                "serial",
                "-Xmx256m",
                "--ops 10m --live 4m --leak 5%",
                "--ops 10m --live 4m --leak 0",
                Measure.growth("jdk.GCHeapSummary", "when", "After GC", "heapUsed")
                        .atLeast(2.5)));
    }
}
