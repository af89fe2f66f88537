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

/** Objects that live through a few young collections and then die in the order they were made. */
public final class Midlife implements Workload {
    @Override
    public String name() {
        return "midlife";
    }

    @Override
    public String summary() {
        return "three in ten new objects enter a queue of fixed length and die when they leave it, a few young collections later";
    }

    @Override
    public String exposes() {
        return "premature promotion: what outlives the young generation dies in the old one; see promotion, old collections, tenuring";
    }

    @Override
    public List<Knob> knobs() {
        List<Knob> own = new ArrayList<>(NodeMaker.sizeKnobs());
        own.add(Knob.heapBytes("live", "20%", "64k", "64g", "size of the queue on a HotSpot heap"));
        own.add(Knob.share("survival", "30%", 0, Units.PPM, "share of the new objects that enter the queue"));
        return CommonKnobs.with("20m", 2, "0", own.toArray(Knob[]::new));
    }

    @Override
    public Plan plan(Parameters parameters) {
        NodeMaker.slotsPerThread(parameters, parameters.number("live")); // refuses what can't be
        return (RequestPlan) (index, threads, seed) -> new MidlifeWorker(parameters, seed);
    }

    @Override
    public List<Signature> signatures() {
        return List.of(
                Signature.of(
                        "serial",
                        "-Xmx128m",
                        "--ops 8m --live 26m",
                        "--ops 8m --live 1m --survival 3%",
                        Measure.collectionsNamed("SerialOld").atLeast(2)),
                Signature.of(
                        "parallel",
                        "-Xmx128m",
                        "--ops 8m --live 26m",
                        "--ops 8m --live 1m --survival 3%",
                        Measure.collectionsNamed("ParallelOld").atLeast(2)));
    }
}
