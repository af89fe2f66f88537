package dev.tricolor.workloads.synthetic;

import dev.tricolor.workloads.spec.CommonKnobs;
import dev.tricolor.workloads.spec.Knob;
import dev.tricolor.workloads.spec.Measure;
import dev.tricolor.workloads.spec.Parameters;
import dev.tricolor.workloads.spec.Plan;
import dev.tricolor.workloads.spec.Signature;
import dev.tricolor.workloads.spec.Workload;
import java.util.List;

/** Direct buffers: a small heap and a large process. */
public final class OffHeap implements Workload {
    @Override
    public String name() {
        return "offheap";
    }

    @Override
    public String summary() {
        return "allocates direct buffers, some of which are live; requested bytes are those of the buffers and lie off the heap";
    }

    @Override
    public String exposes() {
        return "memory that the collector frees but does not see: small heap, large resident set, System.gc() by the JDK at the limit; see RSS against heap";
    }

    @Override
    public List<Knob> knobs() {
        return CommonKnobs.with(
                "20k",
                2,
                "0",
                Knob.heapBytes("live", "25%", "64k", "64g", "size of the live buffers"),
                Knob.bytes("min-size", "16k", "64", "64m", "smallest buffer"),
                Knob.bytes("max-size", "512k", "64", "64m", "largest buffer"));
    }

    @Override
    public Plan plan(Parameters parameters) {
        OffHeapWorker.slots(parameters); // refuses what can't be before any thread starts
        return (OneByOnePlan) (index, threads, seed) -> new OffHeapWorker(parameters, seed);
    }

    @Override
    public List<Signature> signatures() {
        return List.of(
                Signature.of(
                        "serial",
                        "-Xmx128m -XX:MaxDirectMemorySize=64m",
                        "--ops 2000 --live 24m",
                        "--ops 100 --live 1m",
                        Measure.collectionsCausedBy("System\\.gc\\(\\)").atLeast(1),
                        Measure.max("jdk.DirectBufferStatistics", "memoryUsed").atLeast(24 << 20)),
                Signature.of(
                        "g1",
                        "-Xmx128m -XX:MaxDirectMemorySize=64m",
                        "--ops 2000 --live 24m",
                        "--ops 100 --live 1m",
                        Measure.collectionsCausedBy("System\\.gc\\(\\)").atLeast(1),
                        Measure.max("jdk.DirectBufferStatistics", "memoryUsed").atLeast(24 << 20)),
                Signature.of(
                        "zgc",
                        "-Xmx128m -XX:MaxDirectMemorySize=64m",
                        "--ops 2000 --live 24m",
                        "--ops 100 --live 1m",
                        Measure.collectionsCausedBy("System\\.gc\\(\\)").atLeast(1),
                        Measure.max("jdk.DirectBufferStatistics", "memoryUsed").atLeast(24 << 20)));
    }
}
