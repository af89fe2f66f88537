package dev.tricolor.dashboard.export;

import static dev.tricolor.dashboard.export.Family.counter;
import static dev.tricolor.dashboard.export.Family.gauge;

import dev.tricolor.dashboard.analysis.GoMemory;
import dev.tricolor.dashboard.analysis.HeapUse;
import dev.tricolor.dashboard.analysis.LiveSet;
import dev.tricolor.dashboard.export.Family.Point;
import dev.tricolor.dashboard.gc.AllocationSample;
import dev.tricolor.dashboard.gc.Collector;
import dev.tricolor.dashboard.gc.HeapSample;
import dev.tricolor.dashboard.gc.ProcessMemorySample;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** The heap, the live set, what was allocated, and the process's memory. */
final class MemoryFamilies {
    private MemoryFamilies() {}

    static final List<Family> ALL = List.of(
            gauge(
                    "tricolor_heap_used_bytes",
                    "Heap in use, dead objects included, when a collection last began or ended (jdk.GCHeapSummary, Go: gctrace);"
                            + " in Go without a trace when last read",
                    s -> last(HeapUse.of(s.timeline()), HeapUse.Point::bytes)),
            gauge(
                    "tricolor_heap_committed_bytes",
                    "Heap backed by memory when a collection last began or ended (jdk.GCHeapSummary); in Go when last read",
                    MemoryFamilies::committed),
            gauge(
                    "tricolor_heap_max_bytes",
                    "The largest that the heap can get",
                    s -> s.timeline().runtime().maxHeap().stream()
                            .mapToObj(GcFamilies::value)
                            .findFirst()
                            .orElse(List.of())),
            gauge(
                    "tricolor_heap_live_bytes",
                    "Heap in use after collections that marked everything, less what was allocated meanwhile; median of"
                            + " the last five",
                    s -> LiveSet.of(s.timeline())
                            .recent()
                            .optional()
                            .map(GcFamilies::value)
                            .orElse(List.of())),
            counter(
                    "tricolor_allocated_bytes",
                    "Allocated by the application since the process began (ThreadMXBean, Go: /gc/heap/allocs)",
                    s -> last(s.timeline().allocation(), AllocationSample::bytes)),
            gauge(
                    "tricolor_process_resident_bytes",
                    "Resident memory of the process (VmRSS)",
                    s -> last(s.timeline().memory(), ProcessMemorySample::rss)),
            gauge(
                    "tricolor_process_peak_resident_bytes",
                    "The largest resident memory of the process so far (VmHWM)",
                    s -> last(s.timeline().memory(), ProcessMemorySample::peakRss)));

    private static List<Point> committed(Exported s) {
        return s.timeline().runtime().collector() == Collector.GO
                ? last(GoMemory.committed(s.timeline()), HeapUse.Point::bytes)
                : last(s.timeline().heap(), HeapSample::committed);
    }

    static <T> List<Point> last(List<T> samples, ToDoubleFunction<T> value) {
        return samples.isEmpty() ? List.of() : GcFamilies.value(value.applyAsDouble(samples.get(samples.size() - 1)));
    }
}
