package dev.tricolor.dashboard.model.pacer;

import java.util.List;

/**
 * What a simulated run came to.
 *
 * @param cycles collections that ended
 * @param seconds elapsed
 * @param programCpuSeconds of the program's own work
 * @param gcCpuSeconds of background workers, assists, idle processors that mark, and fixed costs
 * @param assistCpuSeconds of those, by allocating threads
 * @param limitedSeconds for which the CPU limiter kept assists off
 * @param peakHeapBytes largest heap, dead objects included
 * @param peakMemoryBytes the same with what is not heap
 * @param complete false where it was cut off because it made too many cycles
 * @param points for a chart, by time
 */
public record SimulatedRun(
        int cycles,
        double seconds,
        double programCpuSeconds,
        double gcCpuSeconds,
        double assistCpuSeconds,
        double limitedSeconds,
        double peakHeapBytes,
        double peakMemoryBytes,
        boolean complete,
        List<Point> points) {

    /**
     * The heap at one moment.
     *
     * @param goal of the cycle to come or under way; infinite where there is none
     * @param trigger of the cycle to come or under way; infinite where there is none
     */
    public record Point(double seconds, double heap, double live, double goal, double trigger, boolean marking) {}

    /** GC CPU as a share of all CPU that the process used, 0..1. */
    public double gcShare() {
        double all = programCpuSeconds + gcCpuSeconds;
        return all > 0 ? gcCpuSeconds / all : 0;
    }
}
