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

/** Stores of new objects into random old ones. */
public final class Mutate implements Workload {
    @Override
    public String name() {
        return "mutate";
    }

    @Override
    public String summary() {
        return "each operation stores into random objects of an old live set: a new object into one, an old one into another";
    }

    @Override
    public String exposes() {
        return "the write barrier and what stands behind it: card tables, refinement, remembered sets; see scan and merge times of young pauses";
    }

    @Override
    public List<Knob> knobs() {
        List<Knob> own = new ArrayList<>(NodeMaker.sizeKnobs());
        own.add(Knob.heapBytes(
                "live", "64m", "64k", "64g", "size of the old objects on a HotSpot heap; what they hold comes on top"));
        own.add(Knob.share(
                "mutation", "50%", 0, Units.PPM, "share of the new objects that are stored into an old one"));
        own.add(Knob.count("old-stores", "1", 0, 64, "stores of an old object into another, per operation"));
        return CommonKnobs.with("5m", 2, "20%", own.toArray(Knob[]::new));
    }

    @Override
    public Plan plan(Parameters parameters) {
        NodeMaker.slotsPerThread(parameters, parameters.number("live")); // refuses what can't be
        return (RequestPlan) (index, threads, seed) -> new MutateWorker(parameters, seed);
    }

    @Override
    public List<Signature> signatures() {
        return List.of(Signature.of(
                "g1",
                "-Xmx512m",
                "--ops 1500k --live 32m",
                "--ops 1500k --live 32m --mutation 0 --old-stores 0",
                Measure.mean("jdk.GCPhaseParallel", "name", "Scan ?HR|ScanHR|Scan Heap Roots", "duration")
                        .timesBenign(3)));
    }
}
