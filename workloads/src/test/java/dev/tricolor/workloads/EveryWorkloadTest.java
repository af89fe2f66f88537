package dev.tricolor.workloads;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tricolor.workloads.engine.Engine;
import dev.tricolor.workloads.engine.Observer;
import dev.tricolor.workloads.report.Result;
import dev.tricolor.workloads.spec.Parameters;
import dev.tricolor.workloads.spec.Workload;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What every workload promises, checked on small runs in this JVM. */
class EveryWorkloadTest {
    private static final Map<String, String> SMALL = Map.ofEntries(
            Map.entry("live", "1m"),
            Map.entry("warmup", "10%"),
            Map.entry("threads", "3"),
            Map.entry("kind", "platform"),
            Map.entry("stacks", "20"),
            Map.entry("renew", "1000"),
            Map.entry("every", "5000"),
            Map.entry("period", "7000"),
            Map.entry("kept", "1000"),
            Map.entry("live-loaders", "5"));

    static Stream<Workload> workloads() {
        return Workloads.ALL.stream();
    }

    @ParameterizedTest
    @MethodSource("workloads")
    void sameSeed_sameChecksum_andInvariantsHold(Workload workload) throws Exception {
        Result first = run(workload, "7", "3");
        Result again = run(workload, "7", "3");
        Result otherSeed = run(workload, "8", "3");

        assertThat(first.invariants()).isNotEmpty().allMatch(invariant -> invariant.held());
        assertThat(again.checksum()).isEqualTo(first.checksum()).isNotEqualTo(otherSeed.checksum());
        assertThat(again.requestedBytes()).isEqualTo(first.requestedBytes()).isPositive();
        assertThat(again.objects()).isEqualTo(first.objects()).isPositive();
        assertThat(again.operations()).isEqualTo(operations(workload));
    }

    private static long operations(Workload workload) {
        return List.of("humongous", "offheap", "metaspace").contains(workload.name()) ? 20 : 20_000;
    }

    private static Result run(Workload workload, String seed, String threads) throws Exception {
        Map<String, String> given = new HashMap<>(SMALL);
        given.put("seed", seed);
        given.put("threads", threads);
        given.put("ops", Long.toString(operations(workload)));
        switch (workload.name()) {
            case "humongous" -> given.put("live", "8m");
            case "burst" -> {
                given.put("period", "1s");
                given.put("rate", "1m");
            }
            case "refs" -> given.put("kind", "mixed");
            default -> {}
        }
        Parameters parameters = Parameters.read(workload.knobs(), given::get);
        return new Engine(workload, parameters, new Observer() {}).run();
    }
}
