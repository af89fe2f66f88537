package dev.tricolor.dashboard.analysis;

import dev.tricolor.dashboard.model.pacer.AllocationTrace;
import dev.tricolor.dashboard.model.pacer.Costs;
import dev.tricolor.dashboard.model.pacer.Knobs;
import dev.tricolor.dashboard.model.pacer.Release;
import dev.tricolor.dashboard.model.pacer.SimulatedRun;
import dev.tricolor.dashboard.model.pacer.Simulation;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

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

    private static final double MOST_SIMULATED_CYCLES = 200;
    private static final int BISECTIONS = 40;

    /**
     * What one setting would come to.
     *
     * @param heapBytes to which the heap grows before a collection has ended
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
     * By Go's pacer: cycles begin before the goal, and what is allocated while they mark is kept until the next one. CPU is in
     * proportion to what all cycles mark for the same work, in the guide's words cost per byte times live heap; Go's live heap
     * is all that was marked, so what was allocated meanwhile is in it.
     *
     * @param gogcNow at which this was measured; the simulation is scaled so that it is right there
     */
    public Prediction byThePacer(int gogc, int gogcNow) {
        Simulated asked = simulated(gogc);
        double gc = gcCpuSeconds * asked.markedByAll() / simulated(gogcNow).markedByAll();
        return new Prediction(gogc, asked.heapBytes(), asked.cyclesPerSecond(), gc / (gc + programCpuSeconds));
    }

    /**
     * With the live set that is reachable, from what Go's cycles marked, in which there is also what was allocated while they
     * marked: the one with which the simulated cycles at the present setting mark as much as the real ones did.
     *
     * @param markedBytes by a cycle, typically
     */
    MarkCosts reachableOf(double markedBytes, int gogcNow) {
        double least = 0;
        double most = markedBytes;
        for (int i = 0; i < BISECTIONS && most - least > markedBytes / 1000; i++) {
            double middle = (least + most) / 2;
            if (reachable(middle).simulated(gogcNow).markedBytes() > markedBytes) {
                most = middle;
            } else {
                least = middle;
            }
        }
        return reachable(most);
    }

    /** The same with so many bytes reachable. */
    MarkCosts reachable(double bytes) {
        return new MarkCosts(bytes, allocatedBytes, seconds, cycles, gcCpuSeconds, programCpuSeconds, processors);
    }

    /**
     * Of the same work at one setting, without the cycles in which the live set is built.
     *
     * @param heapBytes when a mark ends, mean over cycles
     * @param markedBytes by a cycle, with what was allocated meanwhile, mean over cycles
     * @param markedByAll cycles together
     */
    private record Simulated(double heapBytes, double markedBytes, double markedByAll, double cyclesPerSecond) {}

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
        double part = Math.min(1, MOST_SIMULATED_CYCLES / cycles); // a longer run says no more
        AllocationTrace trace = AllocationTrace.steady(liveBytes, 1, allocatedBytes * part, seconds * part);
        AllocationTrace fill = new AllocationTrace(trace.stretches().subList(0, 1));
        SimulatedRun all = Simulation.run(Release.GO_1_26, Knobs.gogc(gogc), costs, trace);
        SimulatedRun start = Simulation.run(Release.GO_1_26, Knobs.gogc(gogc), costs, fill);
        double length = all.seconds() - start.seconds();
        List<SimulatedRun.Point> ends = new ArrayList<>();
        List<SimulatedRun.Point> marked = new ArrayList<>();
        for (int i = 1; i < all.points().size(); i++) {
            SimulatedRun.Point before = all.points().get(i - 1);
            SimulatedRun.Point after = all.points().get(i);
            if (before.marking() && !after.marking() && before.seconds() > start.seconds()) {
                ends.add(before);
                marked.add(after);
            }
        }
        double mean = meanHeap(marked).orElse(liveBytes);
        return new Simulated(
                meanHeap(ends).orElse(all.peakHeapBytes()),
                mean,
                mean * (all.cycles() - start.cycles()),
                (all.cycles() - start.cycles()) / length);
    }

    private static OptionalDouble meanHeap(List<SimulatedRun.Point> points) {
        return points.stream().mapToDouble(SimulatedRun.Point::heap).average();
    }
}
