package dev.tricolor.workloads.report;

import dev.tricolor.workloads.spec.Parameters;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What one run did and used, of its measured part unless said otherwise. A value that couldn't be measured is null, and
 * {@code unavailable} says why under the value's name.
 *
 * @param checksum 16 hex digits over fill, warm-up and measured part; null if the run was bounded by time
 * @param operationsPerSample operations in one latency sample
 * @param sliceNs how long each twentieth of the operations took, mean over threads; null if bounded by time or too small
 * @param service from the actual start of a step to its end
 * @param response from the intended start of a step to its end; null in a closed loop
 * @param requestedBytes fields and elements asked for, 8 bytes per reference, no headers: same definition on every runtime
 * @param allocatedBytes of the worker threads, by the JVM's counter
 * @param processAllocatedBytes of all threads, by the JVM's counter
 * @param peakRssBytes of the whole process, start-up and warm-up included
 */
public record Result(
        String workload,
        Parameters parameters,
        RuntimeFacts runtime,
        long operations,
        long warmUpOperations,
        @Nullable String checksum,
        long elapsedNs,
        int operationsPerSample,
        @Nullable List<Long> sliceNs,
        @Nullable LatencySummary service,
        @Nullable LatencySummary response,
        long requestedBytes,
        long objects,
        @Nullable Long allocatedBytes,
        @Nullable Long processAllocatedBytes,
        @Nullable Long processCpuNs,
        @Nullable Long peakRssBytes,
        List<Invariant> invariants,
        Map<String, String> unavailable) {

    public boolean allInvariantsHeld() {
        return invariants.stream().allMatch(Invariant::held);
    }

    /** The result line. */
    public String toJson() {
        Map<String, @Nullable Object> latency = new LinkedHashMap<>();
        latency.put("operationsPerSample", operationsPerSample);
        latency.put("service", service == null ? null : service.asMap());
        latency.put("response", response == null ? null : response.asMap());

        Map<String, @Nullable Object> line = new LinkedHashMap<>();
        line.put("workload", workload);
        line.put("seed", parameters.number("seed"));
        line.put("parameters", parameters.asMap());
        Map<String, Object> vm = new LinkedHashMap<>();
        vm.put("name", runtime.name());
        vm.put("version", runtime.version());
        line.put("runtime", vm);
        line.put("jdk", runtime.featureVersion());
        line.put("collector", runtime.collector());
        line.put("heapMaxBytes", runtime.heapMaxBytes());
        line.put("processors", runtime.processors());
        line.put("operations", operations);
        line.put("warmUpOperations", warmUpOperations);
        line.put("checksum", checksum);
        line.put("elapsedNs", elapsedNs);
        line.put("sliceNs", sliceNs);
        line.put("latency", latency);
        line.put("requestedBytes", requestedBytes);
        line.put("objects", objects);
        line.put("allocatedBytes", allocatedBytes);
        line.put("processAllocatedBytes", processAllocatedBytes);
        line.put("processCpuNs", processCpuNs);
        line.put("peakRssBytes", peakRssBytes);
        line.put("invariants", invariants.stream().map(Result::asMap).toList());
        line.put("unavailable", unavailable);
        return Json.of(line);
    }

    private static Map<String, Object> asMap(Invariant invariant) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("name", invariant.name());
        map.put("held", invariant.held());
        map.put("detail", invariant.detail());
        return map;
    }
}
