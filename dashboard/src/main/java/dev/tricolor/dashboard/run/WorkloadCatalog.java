package dev.tricolor.dashboard.run;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The canned workloads, as their own jar lists them. */
public final class WorkloadCatalog {
    /** What a jar lists, by its path and time: asking it takes a JVM's start. */
    private static final Map<String, WorkloadCatalog> ASKED = new ConcurrentHashMap<>();

    private final List<JsonNode> workloads;

    private WorkloadCatalog(List<JsonNode> workloads) {
        this.workloads = List.copyOf(workloads);
    }

    /** Asks the jar, with the Java that runs this; once, unless it changes. */
    public static WorkloadCatalog of(Home home) {
        Path jar = home.workloadsJar();
        return ASKED.computeIfAbsent(jar + "|" + jar.toFile().lastModified(), key -> ask(jar));
    }

    private static WorkloadCatalog ask(Path jar) {
        Path java = Path.of(System.getProperty("java.home"), "bin", "java");
        try {
            Process list = new ProcessBuilder(
                            java.toString(), "-XX:+UseSerialGC", "-jar", jar.toString(), "workloads", "--json")
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            List<JsonNode> found = new ArrayList<>();
            new ObjectMapper().readTree(list.getInputStream()).forEach(found::add);
            if (found.isEmpty()) {
                throw new IOException("it lists nothing");
            }
            return new WorkloadCatalog(found);
        } catch (IOException e) {
            throw new BadRunException("the workloads' jar does not list them (" + e.getMessage() + ")", "build again");
        }
    }

    public List<JsonNode> all() {
        return workloads;
    }

    public List<String> names() {
        return workloads.stream().map(w -> w.path("name").asText()).toList();
    }

    /**
     * Checks a workload and the knobs given to it against what it says of itself.
     *
     * @throws BadRunException where there is no such workload or knob, or the live set does not fit the heap
     */
    public void check(String workload, List<String> arguments, List<HeapSize> heaps) {
        JsonNode found = workloads.stream()
                .filter(w -> w.path("name").asText().equals(workload))
                .findFirst()
                .orElseThrow(() -> new BadRunException(
                        "no workload \"" + workload + "\"", "one of " + String.join(", ", names()), "workloads"));
        for (String argument : arguments) {
            String knob = argument.replaceFirst("^--", "").replaceFirst("=.*", "");
            if (knob(found, knob).isEmpty()) {
                throw new BadRunException(
                        workload + " has no knob \"" + knob + "\"", "tricolor workloads lists them", "knobs." + knob);
            }
        }
        liveSet(found, arguments)
                .ifPresent(live -> heaps.forEach(heap -> {
                    if (heap.bytes() <= live) {
                        throw new BadRunException(
                                "heap " + heap + " does not hold the live set of " + (live >> 20) + " MiB",
                                "a larger --heap or a smaller --live",
                                "heaps");
                    }
                }));
    }

    /** Bytes that a workload says it keeps alive with these arguments; empty where it does not say. */
    Optional<Long> liveSetOf(String workload, List<String> arguments) {
        return workloads.stream()
                .filter(w -> w.path("name").asText().equals(workload))
                .findFirst()
                .flatMap(w -> liveSet(w, arguments));
    }

    /** What a workload says of one of its knobs; empty where it has none of that name. */
    public Optional<JsonNode> knob(String workload, String name) {
        return workloads.stream()
                .filter(w -> w.path("name").asText().equals(workload))
                .findFirst()
                .flatMap(w -> knob(w, name));
    }

    private static Optional<JsonNode> knob(JsonNode workload, String name) {
        for (JsonNode knob : workload.path("knobs")) {
            if (knob.path("name").asText().equals(name)) {
                return Optional.of(knob);
            }
        }
        return Optional.empty();
    }

    private static Optional<Long> liveSet(JsonNode workload, List<String> arguments) {
        Optional<String> given = arguments.stream()
                .filter(a -> a.startsWith("--live="))
                .map(a -> a.substring("--live=".length()))
                .findFirst();
        Optional<String> standard =
                knob(workload, "live").map(k -> k.path("default").asText(""));
        // what is no size here the workload refuses itself, with its own words
        return given.or(() -> standard).flatMap(HeapSize::read).map(HeapSize::bytes);
    }
}
