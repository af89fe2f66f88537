package dev.tricolor.workloads.spec;

import org.jspecify.annotations.Nullable;

/** A workload with its parameters fixed, ready to make workers. */
public interface Plan {
    /** Operations of one step: the unit that is timed and, in an open loop, scheduled. */
    int operationsPerStep();

    /**
     * The work of one thread; must not touch another's state, so that the result doesn't depend on timing.
     *
     * @param index 0 to {@code threads}-1
     * @param seed of this thread alone
     */
    Worker worker(int index, int threads, long seed);

    /** This workload's own schedule of one thread's steps; null for a closed loop, or an even one if a rate is given. */
    default @Nullable Arrivals arrivals(int index, int threads) {
        return null;
    }
}
