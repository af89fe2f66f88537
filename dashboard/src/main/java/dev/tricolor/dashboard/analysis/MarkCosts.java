package dev.tricolor.dashboard.analysis;

import dev.tricolor.dashboard.model.pacer.AllocationTrace;
import dev.tricolor.dashboard.model.pacer.Costs;
import dev.tricolor.dashboard.model.pacer.Knobs;
import dev.tricolor.dashboard.model.pacer.Release;
import dev.tricolor.dashboard.model.pacer.SimulatedRun;
import dev.tricolor.dashboard.model.pacer.Simulation;

/**
 * What the collections of one run cost, as far as it takes to tell what they would have cost at another GOGC.
 *
 * @param liveBytes reachable, typically
 * @param allocatedBytes in the run
 * @param seconds that it took
 * @param cycles collections that marked the whole heap
 * @param gcCpuSeconds of all of them
 * @param programCpuSeconds of everything else
 * @param processors that the process sees
 */
public record MarkCosts(
        double liveBytes,
        double allocatedBytes,
        double seconds,
        int cycles,
        double gcCpuSeconds,
        double programCpuSeconds,
        int processors) {

    /** Spans that a Go processor holds for allocation, about. */
    private static final long CACHED_BYTES_A_PROCESSOR = 64 << 10;

    /**
     * What one setting would come to.
     *
     * @param heapBytes to which the heap grows before it is collected
     * @param gcShare GC CPU as a share of the process's CPU, 0..1
     */
    public record Prediction(double gogc, double heapBytes, double cyclesPerSecond, double gcShare) {}

    /** The GOGC at which the guide's formula makes as many cycles as there were. */
    public double equivalentGogc() {
        return 100 * allocatedBytes / cycles / liveBytes;
    }

    /** CPU of one collection, fixed part included. */
    public double cpuSecondsPerCycle() {
        return gcCpuSeconds / cycles;
    }

    /**
     * By the formula of Go's guide: a cycle begins when as much has been allocated as GOGC says of what is live, and costs
     * what the measured ones did.
     */
    public Prediction byTheGuide(double gogc) {
        double cyclesPerSecond = allocatedBytes / seconds / (liveBytes * gogc / 100);
        double gc = cyclesPerSecond * cpuSecondsPerCycle();
        return new Prediction(
                gogc, liveBytes * (1 + gogc / 100), cyclesPerSecond, gc / (gc + programCpuSeconds / seconds));
    }

    /**
     * By Go's pacer: cycles begin before the goal, and what is allocated while they mark is kept until the next one.
     *
     * @param gogcNow at which this was measured; the simulation is scaled so that it is right there
     */
    public Prediction byThePacer(int gogc, int gogcNow) {
        Simulated asked = simulated(gogc);
        double gc = gcCpuSeconds * asked.gcCpuSeconds() / simulated(gogcNow).gcCpuSeconds();
        return new Prediction(gogc, asked.heapBytes(), asked.cyclesPerSecond(), gc / (gc + programCpuSeconds));
    }

    private record Simulated(double gcCpuSeconds, double heapBytes, double cyclesPerSecond) {}

    /** Without the cycles in which the live set is built. */
    private Simulated simulated(int gogc) {
        double threads = Math.min(processors, Math.max(1, Math.ceil(programCpuSeconds / seconds)));
        Costs costs = new Costs(
                processors,
                (int) threads,
                allocatedBytes / programCpuSeconds,
                liveBytes * cycles / gcCpuSeconds,
                0,
                0,
                0,
                CACHED_BYTES_A_PROCESSOR * processors,
                0);
        AllocationTrace trace = AllocationTrace.steady(liveBytes, 1, allocatedBytes, seconds);
        AllocationTrace fill = new AllocationTrace(trace.stretches().subList(0, 1));
        SimulatedRun all = Simulation.run(Release.GO_1_26, Knobs.gogc(gogc), costs, trace);
        SimulatedRun start = Simulation.run(Release.GO_1_26, Knobs.gogc(gogc), costs, fill);
        return new Simulated(
                all.gcCpuSeconds() - start.gcCpuSeconds(),
                all.peakHeapBytes(),
                (all.cycles() - start.cycles()) / (all.seconds() - start.seconds()));
    }
}
