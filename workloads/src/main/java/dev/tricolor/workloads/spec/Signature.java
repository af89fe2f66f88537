package dev.tricolor.workloads.spec;

import java.util.List;

/**
 * What a workload makes visible under one collector, and a benign setting under which it must not be.
 *
 * @param collector as in a result: serial, parallel, g1, zgc, shenandoah
 * @param minimumJdk feature version
 * @param flags of the JVM, besides the collector's
 * @param arguments of the workload
 * @param benignFlags and {@code benignArguments}: instead of the above
 * @param evidence every one of which must hold under the setting, and not every one under the benign setting
 */
public record Signature(
        String collector,
        int minimumJdk,
        List<String> flags,
        List<String> arguments,
        List<String> benignFlags,
        List<String> benignArguments,
        List<Evidence> evidence) {

    /** A signature whose benign setting differs in the arguments; texts are separated by spaces. */
    public static Signature of(
            String collector, String flags, String arguments, String benignArguments, Evidence... evidence) {
        return new Signature(
                collector, 17, words(flags), words(arguments), words(flags), words(benignArguments), List.of(evidence));
    }

    public Signature withBenignFlags(String flags) {
        return new Signature(collector, minimumJdk, this.flags, arguments, words(flags), benignArguments, evidence);
    }

    public Signature fromJdk(int featureVersion) {
        return new Signature(collector, featureVersion, flags, arguments, benignFlags, benignArguments, evidence);
    }

    private static List<String> words(String text) {
        return text.isBlank() ? List.of() : List.of(text.strip().split("\\s+"));
    }
}
