package dev.tricolor.workloads.engine;

import dev.tricolor.workloads.heap.SplitMix64;
import dev.tricolor.workloads.report.AllocationCounter;
import dev.tricolor.workloads.report.Invariant;
import dev.tricolor.workloads.report.LatencySummary;
import dev.tricolor.workloads.report.ProcessFacts;
import dev.tricolor.workloads.report.Result;
import dev.tricolor.workloads.report.RuntimeFacts;
import dev.tricolor.workloads.spec.Check;
import dev.tricolor.workloads.spec.Parameters;
import dev.tricolor.workloads.spec.Worker;
import dev.tricolor.workloads.spec.Workload;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.HdrHistogram.Histogram;
import org.jspecify.annotations.Nullable;

/** Adds up what the members of a crew measured, after they have ended. */
final class Tally {
    private static final String NO_COUNTER = "this JVM doesn't count allocated bytes";

    private final Workload workload;
    private final Parameters parameters;
    private final Crew crew;
    private final Map<String, String> unavailable = new LinkedHashMap<>();

    Tally(Workload workload, Parameters parameters, Crew crew) {
        this.workload = workload;
        this.parameters = parameters;
        this.crew = crew;
    }

    Result result(ProcessFacts before, ProcessFacts after) {
        Histogram service = Latency.empty();
        Histogram response = Latency.empty();
        List<Check> checks = new ArrayList<>();
        long end = crew.phaseStartNanos;
        long operations = 0;
        long warmUpOperations = 0;
        long requestedBytes = 0;
        long objects = 0;
        long allocated = 0;
        long checksum = 0;
        for (CrewMember member : crew.members) {
            Worker worker = Objects.requireNonNull(member.worker);
            service.add(member.latency.service);
            response.add(member.latency.response);
            checks.addAll(worker.checks(member.warmUpOperations + member.operations));
            end = Math.max(end, member.endNanos);
            operations += member.operations;
            warmUpOperations += member.warmUpOperations;
            requestedBytes += member.requestedBytes;
            objects += member.objects;
            allocated = AllocationCounter.UNAVAILABLE == member.allocatedBytes
                    ? Long.MIN_VALUE / 2
                    : allocated + member.allocatedBytes;
            checksum = SplitMix64.mix(checksum ^ worker.checksum());
        }
        if (!crew.measured.isTimed()) {
            checks.add(new Check(
                    "operations done",
                    crew.measured.operations() + crew.warmUp.operations(),
                    operations + warmUpOperations));
        }
        return new Result(
                workload.name(),
                parameters,
                RuntimeFacts.current(),
                operations,
                warmUpOperations,
                crew.measured.isTimed() ? absent("checksum", "the run was bounded by time") : hex(checksum),
                end - crew.phaseStartNanos,
                crew.plan.operationsPerStep(),
                slices(),
                summary("latency.service", service, "fewer operations than one sample"),
                summary("latency.response", response, "closed loop: a step has no intended start; give --rate"),
                requestedBytes,
                objects,
                orAbsent("allocatedBytes", allocated, NO_COUNTER),
                orAbsent(
                        "processAllocatedBytes",
                        AllocationCounter.difference(before.allocatedBytes(), after.allocatedBytes()),
                        NO_COUNTER),
                orAbsent("processCpuNs", cpu(before, after), "this JVM doesn't tell the process's CPU time"),
                orAbsent("peakRssBytes", ProcessFacts.peakResidentBytes(), "no VmHWM in /proc/self/status"),
                Invariant.of(checks),
                unavailable);
    }

    private @Nullable List<Long> slices() {
        List<Long> mean =
                Slices.mean(crew.members.stream().map(member -> member.slices).toList());
        if (!mean.isEmpty()) {
            return mean;
        }
        unavailable.put("sliceNs", "the work is bounded by time, or too small for twenty slices");
        return null;
    }

    private static long cpu(ProcessFacts before, ProcessFacts after) {
        return before.cpuNanos() < 0 || after.cpuNanos() < 0
                ? ProcessFacts.UNAVAILABLE
                : after.cpuNanos() - before.cpuNanos();
    }

    private @Nullable LatencySummary summary(String name, Histogram histogram, String ifEmpty) {
        LatencySummary summary = LatencySummary.of(histogram);
        if (summary == null) {
            unavailable.put(name, ifEmpty);
        }
        return summary;
    }

    private @Nullable Long orAbsent(String name, long value, String reason) {
        if (value >= 0) {
            return value;
        }
        unavailable.put(name, reason);
        return null;
    }

    private @Nullable String absent(String name, String reason) {
        unavailable.put(name, reason);
        return null;
    }

    private static String hex(long bits) {
        String digits = Long.toHexString(bits);
        return "0".repeat(16 - digits.length()) + digits;
    }
}
