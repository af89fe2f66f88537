package dev.tricolor.workloads.synthetic;

import dev.tricolor.workloads.spec.CommonKnobs;
import dev.tricolor.workloads.spec.Knob;
import dev.tricolor.workloads.spec.Measure;
import dev.tricolor.workloads.spec.Parameters;
import dev.tricolor.workloads.spec.Plan;
import dev.tricolor.workloads.spec.Signature;
import dev.tricolor.workloads.spec.Workload;
import java.util.List;
import java.util.Map;

/** Every other object of a live set freed, round after round, with shifting sizes. */
public final class Fragment implements Workload {
    @Override
    public String name() {
        return "fragment";
    }

    @Override
    public String summary() {
        return "fills a live set, frees every other object of it, makes garbage for a while, and starts over with another size";
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
                Knob.heapBytes("live", "30%", "64k", "64g", "size of the live set on a HotSpot heap, on average"),
                Knob.bytes("min-size", "32", "8", "1m", "smallest payload, plus up to 15 bytes"),
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
                        "free every other object, or every other half"),
                Knob.count(
                        "quiet",
                        "3",
                        0,
                        1000,
                        "operations that only make garbage, as a multiple of the objects, before the next round"));
    }

    @Override
    public Plan plan(Parameters parameters) {
        FragmentWorker.slots(parameters); // refuses what can't be before any thread starts
        return (RequestPlan) (index, threads, seed) -> new FragmentWorker(parameters, seed);
    }

    @Override
    public List<Signature> signatures() {
        return List.of(Signature.of(
                "shenandoah",
                "-Xmx256m",
                "--ops 3m --live 100m --threads 1",
                "--ops 3m --live 100m --threads 1 --pattern blocks",
                Measure.count("jdk.GCPhaseConcurrent", Map.of("name", "Concurrent evacuation"))
                        .timesBenign(2)));
    }
}
