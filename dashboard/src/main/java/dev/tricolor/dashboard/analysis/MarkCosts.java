package dev.tricolor.dashboard.analysis;

import dev.tricolor.dashboard.model.pacer.AllocationTrace;
import dev.tricolor.dashboard.model.pacer.Costs;
import dev.tricolor.dashboard.model.pacer.Knobs;
import dev.tricolor.dashboard.model.pacer.Release;
import dev.tricolor.dashboard.model.pacer.SimulatedRun;
import dev.tricolor.dashboard.model.pacer.Simulation;
import java.util.ArrayList;
import java.util.List;

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

    private static final int SIMULATED_CYCLES = 60;
    private static final int LEAST_CYCLES = 20;
    /** Go's least heap at GOGC 100. */
    private static final double LEAST_HEAP = 4 << 20;

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
        double gc =
                gcCpuSeconds * asked.markedPerAllocated() / simulated(gogcNow).markedPerAllocated();
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
     * One setting as it settles: the last of so many cycles that how long the measured run was makes no difference.
     *
     * @param heapBytes when a mark ends, mean over cycles
     * @param markedBytes by a cycle, with what was allocated meanwhile, mean over cycles
     * @param markedPerAllocated byte
     */
    private record Simulated(double heapBytes, double markedBytes, double markedPerAllocated, double cyclesPerSecond) {}

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
        double bytes = SIMULATED_CYCLES * Math.max(liveBytes, LEAST_HEAP) * gogc / 100;
        SimulatedRun run;
        do { // a cycle may take more than GOGC says, where marking can't keep up or the pacer's least steps are larger
            run = Simulation.run(
                    Release.GO_1_26,
                    Knobs.gogc(gogc),
                    costs,
                    AllocationTrace.steady(liveBytes, 1, bytes, bytes / allocatedBytes * seconds));
            bytes *= 4;
        } while (run.cycles() < LEAST_CYCLES && run.complete());
        List<SimulatedRun.Point> ends = new ArrayList<>();
        List<SimulatedRun.Point> marked = new ArrayList<>();
        for (int i = 1; i < run.points().size(); i++) {
            SimulatedRun.Point before = run.points().get(i - 1);
            SimulatedRun.Point after = run.points().get(i);
            if (before.marking() && !after.marking()) {
                ends.add(before);
                marked.add(after);
            }
        }
        int first = ends.size() / 2;
        int last = ends.size() - 1;
        double allocated = 0;
        for (int i = first + 1; i <= last; i++) {
            allocated += ends.get(i).heap() - marked.get(i - 1).heap();
        }
        double elapsed = ends.get(last).seconds() - ends.get(first).seconds();
        return new Simulated(
                meanHeap(ends.subList(first + 1, last + 1)),
                meanHeap(marked.subList(first + 1, last + 1)),
                meanHeap(marked.subList(first + 1, last + 1)) * (last - first) / allocated,
                (last - first) / elapsed);
    }

    private static double meanHeap(List<SimulatedRun.Point> points) {
        return points.stream().mapToDouble(SimulatedRun.Point::heap).average().orElseThrow();
    }
}
