package dev.tricolor.dashboard.control;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tricolor.dashboard.run.BadRunException;
import dev.tricolor.dashboard.run.CollectorChoice;
import dev.tricolor.dashboard.run.Jdk;
import dev.tricolor.dashboard.run.MachineFacts;
import dev.tricolor.dashboard.run.RunRequest;
import dev.tricolor.dashboard.web.Json;
import dev.tricolor.dashboard.web.LiveRoutes;
import dev.tricolor.dashboard.web.LiveStreams;
import dev.tricolor.dashboard.web.Problem;
import dev.tricolor.dashboard.web.WebOptions;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What can be run here.
 *
 * <ul>
 *   <li>{@code GET /api/workloads}: the catalogue as the workloads' jar lists it, with the collectors' names and colours;
 *   <li>{@code GET /api/machine}: JDKs and their collectors, processors, memory, what more there would be with other JDKs.
 * </ul>
 */
public final class MachineApi implements LiveRoutes {
    private final Supplier<MachineFacts> machine;
    private final Function<MachineFacts, List<String>> wouldAdd;
    private final StartGuard guard;

    /**
     * Looks at nothing yet.
     *
     * @param wouldAdd what more there would be to see with other JDKs
     */
    public MachineApi(
            Supplier<MachineFacts> machine, Function<MachineFacts, List<String>> wouldAdd, WebOptions options) {
        this.machine = machine;
        this.wouldAdd = wouldAdd;
        guard = new StartGuard(options);
    }

    /** A Java runtime that was found; {@code why} it is not used, else null. */
    record JdkView(
            String version,
            int feature,
            String vendor,
            String home,
            @Nullable String why,
            List<CollectorView> collectors) {}

    @Override
    public void register(JavalinConfig config, LiveStreams streams) {
        config.routes.get("/api/workloads", this::workloads);
        config.routes.get("/api/machine", this::machine);
    }

    private void workloads(Context ctx) {
        List<JsonNode> all;
        try {
            all = machine.get().workloads().all();
        } catch (BadRunException e) {
            throw new Problem(503, "Not available", e.getMessage() + ": " + e.hint());
        }
        Map<String, CollectorView> collectors = new LinkedHashMap<>();
        for (CollectorChoice choice : CollectorChoice.values()) {
            collectors.put(choice.id(), CollectorView.of(choice, Jdk.OLDEST));
        }
        Json.answer(ctx, Map.of("workloads", all, "collectors", collectors));
    }

    private void machine(Context ctx) {
        MachineFacts facts = machine.get();
        Map<String, @Nullable Object> body = new LinkedHashMap<>();
        body.put("description", facts.description());
        body.put("processors", Runtime.getRuntime().availableProcessors());
        body.put("memoryBytes", memoryBytes());
        body.put(
                "jdks", facts.jdks().all().stream().map(jdk -> view(facts, jdk)).toList());
        body.put(
                "usable",
                facts.jdks().usable().stream().map(jdk -> jdk.home().toString()).toList());
        body.put("more", wouldAdd.apply(facts));
        body.put("defaultHeap", RunRequest.DEFAULT_HEAP);
        body.put("defaultLimitMinutes", RunRequest.DEFAULT_LIMIT_MINUTES);
        body.put("off", guard.off().orElse(null));
        Json.answer(ctx, body);
    }

    private static JdkView view(MachineFacts facts, Jdk jdk) {
        @Nullable String why = jdk.unusable().orElse(null);
        List<CollectorView> collectors = why != null
                ? List.of()
                : facts.collectors(jdk).stream()
                        .sorted(Comparator.naturalOrder())
                        .map(c -> CollectorView.of(c, jdk.feature()))
                        .toList();
        return new JdkView(
                jdk.version(), jdk.feature(), jdk.vendor(), jdk.home().toString(), why, collectors);
    }

    /** Null where this JVM does not say. */
    private static @Nullable Long memoryBytes() {
        return java.lang.management.ManagementFactory.getOperatingSystemMXBean()
                        instanceof com.sun.management.OperatingSystemMXBean os
                ? os.getTotalMemorySize()
                : null;
    }
}
