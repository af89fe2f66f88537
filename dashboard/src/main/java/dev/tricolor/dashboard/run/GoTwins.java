package dev.tricolor.dashboard.run;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Which of a workload's forms there are in Go too: with what it is refused before a toolchain is troubled. */
public final class GoTwins {
    private static final Map<String, String> IN_JAVA_ONLY = Map.of(
            "metaspace", "metaspace has no twin in Go, which has no class loaders",
            "offheap", "offheap has no twin in Go, which has no direct buffers");

    private static final String REFS = "refs";
    private static final String KIND = "kind";
    private static final List<String> KINDS = List.of("weak", "cleaner");
    private static final String LIVE = "live";

    private GoTwins() {}

    /** Workloads without a twin, and why. */
    public static Map<String, String> inJavaOnly() {
        return IN_JAVA_ONLY;
    }

    /**
     * Checks a workload with its arguments.
     *
     * @param alone whether no JVM runs it beside Go, whose own default holds then
     * @param limited whether each setting of Go has a memory limit, of which a share can be taken
     * @throws BadRunException where Go has no such workload
     */
    static void check(
            String workload, List<String> arguments, boolean alone, boolean limited, WorkloadCatalog catalog) {
        String javaOnly = IN_JAVA_ONLY.get(workload);
        if (javaOnly != null) {
            throw new BadRunException(javaOnly, "leave go out for it, or leave it out", "workloads");
        }
        Optional<String> kind = given(KIND, arguments);
        if (workload.equals(REFS) && !kind.map(KINDS::contains).orElse(alone)) {
            throw new BadRunException(
                    "refs in Go has weak references and cleaners only",
                    "--kind weak, for the JVMs too",
                    "knobs." + KIND);
        }
        String live = given(LIVE, arguments)
                .or(() ->
                        catalog.knob(workload, LIVE).map(k -> k.path("default").asText("")))
                .orElse("");
        if (!limited && live.endsWith("%")) {
            throw new BadRunException(
                    workload + "'s live set of " + live
                            + " is a share of the heap, and Go without a memory limit has none",
                    "--live in bytes, such as 96m, the same for all; or a --memlimit, such as heap",
                    "knobs." + LIVE);
        }
    }

    private static Optional<String> given(String knob, List<String> arguments) {
        String option = "--" + knob + "=";
        return arguments.stream()
                .filter(a -> a.startsWith(option))
                .map(a -> a.substring(option.length()))
                .reduce((first, last) -> last);
    }
}
