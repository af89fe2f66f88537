package dev.tricolor.workloads.synthetic;

import dev.tricolor.workloads.heap.NodeMaker;
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

/** A cache that is built, used, dropped, and built again. */
public final class Phases implements Workload {
    @Override
    public String name() {
        return "phases";
    }

    @Override
    public String summary() {
        return "builds a cache, keeps it for a while, drops it, and starts over";
    }

    @Override
    public String exposes() {
        return "how long heuristics lag behind a live set that changes: heap size after the drop, uncommit, SoftMaxHeapSize; see heap used, committed and live over time";
    }

    @Override
    public List<Knob> knobs() {
        List<Knob> own = new ArrayList<>(NodeMaker.sizeKnobs());
        own.add(Knob.heapBytes("live", "40%", "64k", "64g", "size of the full cache on a HotSpot heap"));
        own.add(Knob.count(
                "period", "2m", 64, 1_000_000_000_000L, "operations of one thread from one build to the next"));
        own.add(Knob.share(
                "hold",
                "60%",
                0,
                Units.PPM,
                "share of the period after which the cache is dropped; 100% never drops it"));
        own.add(Knob.share(
                "survival", "50%", 0, Units.PPM, "share of the new objects that enter the cache while it is held"));
        return CommonKnobs.with("20m", 2, "0", own.toArray(Knob[]::new));
    }

    @Override
    public Plan plan(Parameters parameters) {
        NodeMaker.slotsPerThread(parameters, parameters.number("live")); // refuses what can't be
        return (RequestPlan) (index, threads, seed) -> new PhasesWorker(parameters, seed);
    }

    @Override
    public List<Signature> signatures() {
        return List.of(Signature.of(
                "serial",
                "-Xmx256m",
                "--ops 10m --live 100m",
                "--ops 10m --live 100m --hold 100% --period 100g",
                Measure.spread("jdk.GCHeapSummary", "when", "After GC", "heapUsed")
                        .atLeast(3)));
    }
}
