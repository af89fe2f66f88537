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

/** One wide tree: marking it can be shared among threads. */
public final class WideTree implements Workload {
    @Override
    public String name() {
        return "tree";
    }

    @Override
    public String summary() {
        return "the live set is one tree of large fan-out whose leaves are replaced; garbage beside it";
    }

    @Override
    public String exposes() {
        return "marking that scales with threads and prefetches well, in contrast to list at equal size; see mark times";
    }

    @Override
    public List<Knob> knobs() {
        List<Knob> own = new ArrayList<>(NodeMaker.sizeKnobs());
        own.add(Knob.heapBytes("live", "64m", "64k", "64g", "size of the tree on a HotSpot heap"));
        own.add(Knob.count("fanout", "16", 2, 1024, "children of each inner object"));
        own.add(Knob.share("survival", "10%", 0, Units.PPM, "share of the new objects that replace a leaf"));
        return CommonKnobs.with("20m", 2, "0", own.toArray(Knob[]::new));
    }

    @Override
    public Plan plan(Parameters parameters) {
        NodeMaker.slotsPerThread(parameters, parameters.number("live")); // refuses what can't be
        return (RequestPlan) (index, threads, seed) -> new TreeWorker(parameters, seed);
    }

    @Override
    public List<Signature> signatures() {
        return List.of(Signature.of(
                        "serial",
                        "-Xmx260m",
                        "--ops 4m --live 96m --survival 50%",
                        "--ops 1m --live 5m --survival 50%",
                        Measure.mean("jdk.GarbageCollection", "name", "SerialOld", "duration")
                                .timesBenign(3))
                .withBenignFlags("-Xmx20m"));
    }
}
