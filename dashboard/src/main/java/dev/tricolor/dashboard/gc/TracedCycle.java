package dev.tricolor.dashboard.gc;

import java.time.Duration;
import java.time.Instant;
import java.util.OptionalLong;

/**
 * What one line of Go's {@code gctrace} says of a cycle.
 *
 * <p>Durations have two significant digits below 10 ms and whole milliseconds above, cut off; sizes are MiB, cut off; {@code at} is
 * a whole millisecond. A cycle is: world stopped (sweep termination), marking beside the application, world stopped (mark
 * termination). Sweeping follows and is not timed.
 *
 * @param number counted from 1 by the runtime
 * @param sweepTermination the first stop, the way to it included
 * @param mark from its end to the second stop: roots and heap marked, beside the application
 * @param markTermination the second stop, the way to it included
 * @param stoppedCpu the two stops × processors: Go counts all of them as spent
 * @param assistCpu goroutines that allocated and had to mark for it; without the time in which they waited for credit
 * @param backgroundCpu the dedicated and the fractional mark workers
 * @param idleCpu mark workers on processors that had nothing else to do
 * @param startBytes heap when the cycle began: about the pacer's trigger
 * @param endBytes heap when marking had ended: the most of this cycle
 * @param markedBytes of it what was marked; allocated meanwhile counts as marked
 * @param goalBytes what the pacer wanted {@code endBytes} not to exceed
 * @param stackBytes stacks scanned; empty before Go 1.19
 * @param globalBytes globals scanned; empty before Go 1.19
 * @param processors GOMAXPROCS
 * @param cause {@link #GOAL}, {@link #FORCED} or {@link #PERIODIC}
 */
public record TracedCycle(
        Instant at,
        int number,
        Duration sweepTermination,
        Duration mark,
        Duration markTermination,
        Duration stoppedCpu,
        Duration assistCpu,
        Duration backgroundCpu,
        Duration idleCpu,
        long startBytes,
        long endBytes,
        long markedBytes,
        long goalBytes,
        OptionalLong stackBytes,
        OptionalLong globalBytes,
        int processors,
        String cause)
        implements GcEvent, Spanning {

    /** The heap had reached the trigger. */
    public static final String GOAL = "heap goal";
    /** The program asked for it with {@code runtime.GC()} or {@code debug.FreeOSMemory()}. */
    public static final String FORCED = "forced";
    /** Two minutes had passed without a cycle. */
    public static final String PERIODIC = "2 minutes passed";

    /** From the first stop to the end of the second. */
    @Override
    public Duration duration() {
        return sweepTermination.plus(mark).plus(markTermination);
    }

    /** When marking began beside the application. */
    public Instant markBegan() {
        return at.plus(sweepTermination);
    }

    /** The two stops together. */
    public Duration stopped() {
        return sweepTermination.plus(markTermination);
    }

    /** All of it: stops, assists, background and idle workers. */
    public Duration gcCpu() {
        return stoppedCpu.plus(assistCpu).plus(backgroundCpu).plus(idleCpu);
    }
}
