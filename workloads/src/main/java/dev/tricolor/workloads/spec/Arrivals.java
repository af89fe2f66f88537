package dev.tricolor.workloads.spec;

/** When each step of an open loop is due, whether or not the one before has ended. */
@FunctionalInterface
public interface Arrivals {
    /** Nanoseconds from the start of the phase to the intended start of a step, never falling. */
    double intendedNanos(long step);

    /** Steps evenly spaced, of all threads together: thread {@code index} takes every {@code threads}-th. */
    static Arrivals even(long operationsPerSecond, int operationsPerStep, int threads, int index) {
        double nanosPerStep = 1e9 * operationsPerStep / operationsPerSecond;
        return step -> ((double) step * threads + index) * nanosPerStep;
    }
}
