package dev.tricolor.workloads.synthetic;

import dev.tricolor.workloads.spec.CommonKnobs;
import dev.tricolor.workloads.spec.Knob;
import dev.tricolor.workloads.spec.Measure;
import dev.tricolor.workloads.spec.Parameters;
import dev.tricolor.workloads.spec.Plan;
import dev.tricolor.workloads.spec.Signature;
import dev.tricolor.workloads.spec.Workload;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Calls of System.gc(). */
public final class Explicit implements Workload {
    @Override
    public String name() {
        return "explicit";
    }

    @Override
    public String summary() {
        return "churn, and thread 0 calls System.gc() after every so many of its operations";
    }

    @Override
    public String exposes() {
        return "explicit collections: full and stopped under some collectors, concurrent under others; see cause System.gc() and jdk.SystemGC with its stack";
    }

    @Override
    public List<Knob> knobs() {
        List<Knob> own = new ArrayList<>(ChurnWorker.knobs("16m", "1%"));
        own.add(Knob.count("every", "500k", 1, 1_000_000_000_000L, "operations of thread 0 from one call to the next"));
        return CommonKnobs.with("10m", 2, "0", own.toArray(Knob[]::new));
    }

    @Override
    public Plan plan(Parameters parameters) {
        ChurnWorker.slots(parameters); // refuses what can't be before any thread starts
        return (RequestPlan) (index, threads, seed) -> new ExplicitWorker(parameters, index, seed);
    }

    @Override
    public List<Signature> signatures() {
        return List.of(
                Signature.of(
                                "serial",
                                "-Xmx256m",
                                "--ops 4m --live 4m",
                                "--ops 4m --live 4m",
                                Measure.collectionsCausedBy("System\\.gc\\(\\)").atLeast(4),
                                Measure.count("jdk.SystemGC", Map.of()).atLeast(4))
                        .withBenignFlags("-Xmx256m -XX:+DisableExplicitGC"),
                Signature.of(
                                "parallel",
                                "-Xmx256m",
                                "--ops 4m --live 4m",
                                "--ops 4m --live 4m",
                                Measure.collectionsCausedBy("System\\.gc\\(\\)").atLeast(4),
                                Measure.count("jdk.SystemGC", Map.of()).atLeast(4))
                        .withBenignFlags("-Xmx256m -XX:+DisableExplicitGC"),
                Signature.of(
                                "g1",
                                "-Xmx256m",
                                "--ops 4m --live 4m",
                                "--ops 4m --live 4m",
                                Measure.collectionsCausedBy("System\\.gc\\(\\)").atLeast(4),
                                Measure.count("jdk.SystemGC", Map.of()).atLeast(4))
                        .withBenignFlags("-Xmx256m -XX:+DisableExplicitGC"),
                Signature.of(
                                "zgc",
                                "-Xmx256m",
                                "--ops 4m --live 4m",
                                "--ops 4m --live 4m",
                                Measure.collectionsCausedBy("System\\.gc\\(\\)").atLeast(4),
                                Measure.count("jdk.SystemGC", Map.of()).atLeast(4))
                        .withBenignFlags("-Xmx256m -XX:+DisableExplicitGC"),
                Signature.of(
                                "shenandoah",
                                "-Xmx256m",
                                "--ops 4m --live 4m",
                                "--ops 4m --live 4m",
                                Measure.collectionsCausedBy("System\\.gc\\(\\)").atLeast(4),
                                Measure.count("jdk.SystemGC", Map.of()).atLeast(4))
                        .withBenignFlags("-Xmx256m -XX:+DisableExplicitGC"));
    }
}
