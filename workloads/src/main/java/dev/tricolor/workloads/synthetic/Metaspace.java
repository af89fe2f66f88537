package dev.tricolor.workloads.synthetic;

import dev.tricolor.workloads.spec.CommonKnobs;
import dev.tricolor.workloads.spec.Knob;
import dev.tricolor.workloads.spec.Measure;
import dev.tricolor.workloads.spec.Parameters;
import dev.tricolor.workloads.spec.Plan;
import dev.tricolor.workloads.spec.Signature;
import dev.tricolor.workloads.spec.Workload;
import java.util.List;

/** Class loaders that come and go. */
public final class Metaspace implements Workload {
    @Override
    public String name() {
        return "metaspace";
    }

    @Override
    public String summary() {
        return "each operation makes a class loader that defines classes; the last few are live";
    }

    @Override
    public String exposes() {
        return "class metadata: collections by the metaspace threshold and class unloading; see causes Metadata GC Threshold and Metadata GC Clear Soft References";
    }

    @Override
    public List<Knob> knobs() {
        return CommonKnobs.with(
                "1k",
                1,
                "0",
                Knob.count("classes", "10", 1, 1000, "classes of each loader"),
                Knob.count("constants", "200", 0, 20_000, "texts in each class's constant pool"),
                Knob.count("live-loaders", "20", 1, 100_000, "loaders kept per thread"));
    }

    @Override
    public Plan plan(Parameters parameters) {
        return (OneByOnePlan) (index, threads, seed) -> new MetaspaceWorker(parameters, index, seed);
    }

    @Override
    public List<Signature> signatures() {
        return List.of(
                Signature.of(
                        "serial",
                        "-Xmx256m -XX:MaxMetaspaceSize=32m",
                        "--ops 1500",
                        "--ops 5",
                        Measure.collectionsCausedBy("Metadata GC Threshold|Metadata GC Clear Soft References")
                                .atLeast(1)),
                Signature.of(
                        "parallel",
                        "-Xmx256m -XX:MaxMetaspaceSize=32m",
                        "--ops 1500",
                        "--ops 5",
                        Measure.collectionsCausedBy("Metadata GC Threshold|Metadata GC Clear Soft References")
                                .atLeast(1)),
                Signature.of(
                        "g1",
                        "-Xmx256m -XX:MaxMetaspaceSize=32m",
                        "--ops 1500",
                        "--ops 5",
                        Measure.collectionsCausedBy("Metadata GC Threshold|Metadata GC Clear Soft References")
                                .atLeast(1)),
                // by what it did: a request on behalf of metaspace is not heard while another cycle runs
                Signature.of(
                        "zgc",
                        "-Xmx256m -XX:MaxMetaspaceSize=32m",
                        "--ops 1500",
                        "--ops 5",
                        Measure.max("jdk.ClassLoadingStatistics", "unloadedClassCount")
                                .atLeast(1000)),
                Signature.of(
                        "shenandoah",
                        "-Xmx256m -XX:MaxMetaspaceSize=32m",
                        "--ops 1500",
                        "--ops 5",
                        Measure.max("jdk.ClassLoadingStatistics", "unloadedClassCount")
                                .atLeast(1000)));
    }
}
