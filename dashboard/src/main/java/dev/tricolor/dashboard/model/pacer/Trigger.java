package dev.tricolor.dashboard.model.pacer;

/** At which heap size a cycle begins. From {@code runtime/mgcpacer.go}. */
public final class Trigger {

    private static final long DENOMINATOR = 64;
    /** About 0.7 of the way from live to goal: earlier would collect too often. */
    private static final long LOWEST = 45;
    /** About 0.95 of the way: later would leave no time to mark. */
    private static final long HIGHEST = 61;

    /** The share of the processors that marking takes. */
    static final double UTILISATION = 0.25;

    private Trigger() {}

    /**
     * What the program allocates while the next cycle marks, as far as one can tell.
     *
     * @param consMark bytes allocated per processor time over bytes scanned per processor time
     * @param scan bytes that a cycle has to scan: heap, stacks and globals
     */
    public static long runway(double consMark, long scan) {
        return (long) (consMark * (1 - UTILISATION) / UTILISATION * scan);
    }

    /**
     * The goal less the runway, within bounds.
     *
     * @param least a heap size that it must not fall below, or 0
     */
    public static long of(long goal, long marked, long runway, long least) {
        if (marked >= goal) {
            return goal;
        }
        long room = (goal - marked) / DENOMINATOR;
        long min = Math.max(Math.max(least, marked), room * LOWEST + marked);
        long max = room * HIGHEST + marked;
        if (goal > HeapGoal.MIN_AT_100) {
            max = Math.max(max, goal - HeapGoal.MIN_AT_100);
        }
        max = Math.max(max, min);
        return Math.min(Math.max(goal - Math.min(runway, goal), min), max);
    }
}
