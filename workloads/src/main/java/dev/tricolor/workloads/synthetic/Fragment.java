package dev.tricolor.workloads.synthetic;

import dev.tricolor.workloads.spec.CommonKnobs;
import dev.tricolor.workloads.spec.Knob;
import dev.tricolor.workloads.spec.Measure;
import dev.tricolor.workloads.spec.Parameters;
import dev.tricolor.workloads.spec.Plan;
import dev.tricolor.workloads.spec.Signature;
import dev.tricolor.workloads.spec.Workload;
import java.util.List;

/** Every other object replaced by one of another size, round after round. */
public final class Fragment implements Workload {
    @Override
    public String name() {
        return "fragment";
    }

    @Override
    public String summary() {
        return "replaces every other object of a live set, each round by a size that differs from the one before";
    }

    @Override
    public String exposes() {
        return "fragmentation: a non-moving heap keeps the holes, a compacting one copies the neighbours; see relocation, and heap against live";
    }

    @Override
    public List<Knob> knobs() {
        return CommonKnobs.with(
                "5m",
                2,
                "0",
                Knob.heapBytes("live", "35%", "64k", "64g", "size of the live set on a HotSpot heap, on average"),
                Knob.bytes("min-size", "32", "8", "1m", "smallest payload"),
                Knob.bytes("max-size", "2k", "16", "16m", "largest payload"),
                Knob.bytes(
                        "shift",
                        "1237",
                        "0",
                        "1m",
                        "how much larger each round's payloads are, modulo the span of sizes"),
                Knob.choice(
                        "pattern",
                        "alternate",
                        List.of("alternate", "blocks"),
                        "replace every other object, or one after the other"));
    }

    @Override
    public Plan plan(Parameters parameters) {
        FragmentWorker.slots(parameters); // refuses what can't be before any thread starts
        return (RequestPlan) (index, threads, seed) -> new FragmentWorker(parameters, seed);
    }

    @Override
    public List<Signature> signatures() {
        return List.of(Signature.of(
                "zgc",
                "-Xmx256m",
                "--ops 2m --live 90m",
                "--ops 2m --live 90m --pattern blocks",
                Measure.sum("jdk.ZRelocationSet", "relocate").timesBenign(2)));
    }
}
