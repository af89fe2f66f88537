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

/** One list as deep as the live set: marking it can not be shared among threads. */
public final class DeepList implements Workload {
    @Override
    public String name() {
        return "list";
    }

    @Override
    public String summary() {
        return "the live set is one singly linked list; garbage beside it, and payloads of the list that change";
    }

    @Override
    public String exposes() {
        return "marking parallelism: a list is marked one object after the other, whatever the number of GC threads, and cache misses can not be overlapped; see mark times";
    }

    @Override
    public List<Knob> knobs() {
        List<Knob> own = new ArrayList<>(NodeMaker.sizeKnobs());
        own.add(Knob.heapBytes("live", "64m", "64k", "64g", "size of the lists on a HotSpot heap"));
        own.add(Knob.count(
                "chains", "1", 1, 1_000_000, "lists per thread that the objects are divided into; 1 is one deep list"));
        own.add(Knob.share(
                "survival",
                "10%",
                0,
                Units.PPM,
                "share of the new objects that hang on an object of the list until replaced"));
        return CommonKnobs.with("20m", 1, "0", own.toArray(Knob[]::new));
    }

    @Override
    public Plan plan(Parameters parameters) {
        NodeMaker.slotsPerThread(parameters, parameters.number("live")); // refuses what can't be
        return (RequestPlan) (index, threads, seed) -> new ListWorker(parameters, seed);
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
