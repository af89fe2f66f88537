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

/** Weak, soft, phantom references and cleaners, in numbers. */
public final class References implements Workload {
    @Override
    public String name() {
        return "refs";
    }

    @Override
    public String summary() {
        return "half of the new objects get a reference object of some kind, which is kept for a while";
    }

    @Override
    public String exposes() {
        return "reference processing: discovery, clearing, enqueueing, cleaners; see jdk.GCReferenceStatistics and reference phases of pauses";
    }

    @Override
    public List<Knob> knobs() {
        List<Knob> own = new ArrayList<>(NodeMaker.sizeKnobs());
        own.add(Knob.choice(
                "kind",
                "mixed",
                List.of("weak", "soft", "phantom", "cleaner", "mixed"),
                "kind of reference; mixed takes turns"));
        own.add(Knob.share(
                "reference-share", "50%", 0, Units.PPM, "share of the new objects that get a reference object"));
        own.add(Knob.share(
                "strong-share",
                "10%",
                0,
                Units.PPM,
                "share of those that also stay strongly reachable as long as their reference is kept"));
        own.add(Knob.count("kept", "64k", 16, 1_000_000, "reference objects kept per thread"));
        return CommonKnobs.with("10m", 2, "0", own.toArray(Knob[]::new));
    }

    @Override
    public Plan plan(Parameters parameters) {
        return (RequestPlan) (index, threads, seed) -> new ReferencesWorker(parameters, seed);
    }

    @Override
    public List<Signature> signatures() {
        return List.of(
                Signature.of(
                        "serial",
                        "-Xmx128m",
                        "--ops 3m",
                        "--ops 3m --reference-share 0",
                        Measure.sum("jdk.GCReferenceStatistics", "count").atLeast(100_000)),
                Signature.of(
                        "parallel",
                        "-Xmx128m",
                        "--ops 3m",
                        "--ops 3m --reference-share 0",
                        Measure.sum("jdk.GCReferenceStatistics", "count").atLeast(100_000)),
                Signature.of(
                        "g1",
                        "-Xmx128m",
                        "--ops 3m",
                        "--ops 3m --reference-share 0",
                        Measure.sum("jdk.GCReferenceStatistics", "count").atLeast(100_000)),
                Signature.of(
                        "zgc",
                        "-Xmx128m",
                        "--ops 3m",
                        "--ops 3m --reference-share 0",
                        Measure.sum("jdk.GCReferenceStatistics", "count").atLeast(100_000)),
                Signature.of(
                        "shenandoah",
                        "-Xmx128m",
                        "--ops 3m",
                        "--ops 3m --reference-share 0",
                        Measure.sum("jdk.GCReferenceStatistics", "count").atLeast(100_000)));
    }
}
