package dev.tricolor.workloads.signature;

import dev.tricolor.workloads.ChildJvm;
import dev.tricolor.workloads.TestJdks;
import dev.tricolor.workloads.spec.Evidence;
import dev.tricolor.workloads.spec.Signature;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** A signature on one JDK: the workload run under the signature's setting and under the benign one, both recorded. */
record Trial(String workload, Signature signature, int jdk) {

    /** What was seen; {@code seenBenign} is true if the benign setting shows the signature too. */
    record Outcome(Trial trial, boolean seen, boolean seenBenign, String values) {
        boolean asDeclared() {
            return seen && !seenBenign;
        }

        String row() {
            return String.format(
                    Locale.ROOT,
                    "%-10s %-11s %2d  %-8s %-8s %s",
                    trial.workload,
                    trial.signature.collector(),
                    trial.jdk,
                    seen ? "seen" : "MISSING",
                    seenBenign ? "SEEN" : "absent",
                    values);
        }
    }

    static final String HEADER = "workload   collector   JDK expected benign   evidence: value, benign value";

    Outcome run(Path folder) throws IOException {
        Path settings = Settings.write(folder.resolve("signature.jfc"), signature);
        RecordedRun run = record(folder, settings, "signature", signature.flags(), signature.arguments());
        RecordedRun benign = record(folder, settings, "benign", signature.benignFlags(), signature.benignArguments());
        boolean seen = true;
        boolean seenBenign = true;
        List<String> values = new ArrayList<>();
        for (Evidence evidence : signature.evidence()) {
            double value = run.value(evidence.measure());
            double benignValue = benign.value(evidence.measure());
            seen &= evidence.holds(value, benignValue);
            seenBenign &= evidence.holds(benignValue, benignValue);
            values.add(String.format(Locale.ROOT, "%s: %.5g, %.5g", evidence, value, benignValue));
        }
        return new Outcome(this, seen, seenBenign, String.join("; ", values));
    }

    private RecordedRun record(Path folder, Path settings, String name, List<String> flags, List<String> arguments)
            throws IOException {
        Path recording = folder.resolve(name + ".jfr");
        List<String> all = new ArrayList<>(collectorFlags(signature.collector()));
        all.addAll(flags);
        all.add("-Xlog:disable");
        all.add("-XX:StartFlightRecording=settings=" + settings + ",filename=" + recording);
        List<String> command = new ArrayList<>(List.of(workload));
        command.addAll(arguments);
        ChildJvm.Outcome outcome = ChildJvm.run(TestJdks.java(jdk), all, command.toArray(String[]::new));
        if (outcome.exitCode() != 0) {
            throw new AssertionError(all + " " + command + ": exit code " + outcome.exitCode() + ": " + outcome.err());
        }
        return RecordedRun.read(recording);
    }

    private static List<String> collectorFlags(String collector) {
        return switch (collector) {
            case "serial" -> List.of("-XX:+UseSerialGC");
            case "parallel" -> List.of("-XX:+UseParallelGC");
            case "g1" -> List.of("-XX:+UseG1GC");
            case "zgc" -> List.of("-XX:+UseZGC");
            case "shenandoah" -> List.of("-XX:+UseShenandoahGC");
            default -> throw new IllegalArgumentException(collector);
        };
    }

    @Override
    public String toString() {
        return workload + " " + signature.collector() + " " + jdk + " "
                + signature.evidence().stream().map(Evidence::toString).collect(Collectors.joining(" and "));
    }
}
