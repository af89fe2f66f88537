package dev.tricolor.workloads.synthetic;

import dev.tricolor.workloads.spec.CommonKnobs;
import dev.tricolor.workloads.spec.Knob;
import dev.tricolor.workloads.spec.Measure;
import dev.tricolor.workloads.spec.Parameters;
import dev.tricolor.workloads.spec.Plan;
import dev.tricolor.workloads.spec.Signature;
import dev.tricolor.workloads.spec.Workload;
import java.util.List;

/** Arrays of 0.7 to 2.7 MB. */
public final class Humongous implements Workload {
    @Override
    public String name() {
        return "humongous";
    }

    @Override
    public String summary() {
        return "allocates arrays of 0.7 to 2.7 MB, a few of which are live";
    }

    @Override
    public String exposes() {
        return "large objects: G1 humongous regions and their fragmentation, Go large spans; see cause G1 Humongous Allocation";
    }

    @Override
    public List<Knob> knobs() {
        return CommonKnobs.with(
                "20k",
                2,
                "0",
                Knob.heapBytes("live", "30%", "64k", "64g", "size of the live arrays"),
                Knob.bytes("min-size", "700k", "1k", "64m", "smallest array"),
                Knob.bytes("max-size", "2700k", "1k", "64m", "largest array"));
    }

    @Override
    public Plan plan(Parameters parameters) {
        HumongousWorker.slots(parameters); // refuses what can't be before any thread starts
        return (OneByOnePlan) (index, threads, seed) -> new HumongousWorker(parameters, seed);
    }

    @Override
    public List<Signature> signatures() {
        return List.of(Signature.of(
                "g1",
                "-Xmx256m",
                "--ops 3000",
                "--ops 60k --min-size 16k --max-size 64k",
                Measure.collectionsCausedBy("G1 Humongous Allocation").atLeast(1)));
    }
}
