package dev.tricolor.workloads.engine;

import java.util.ArrayList;
import java.util.List;

/**
 * How long each twentieth of a thread's measured operations took: shows whether a run became steady. Written by its own
 * thread, read after it has ended.
 */
final class Slices {
    static final int COUNT = 20;

    private final long[] ends = new long[COUNT];
    private long quota = Long.MAX_VALUE;
    private long next = Long.MAX_VALUE;
    private long start;
    private int done;

    /** Begins; nothing is kept where the work is not bounded by a number of operations that twenty divides well. */
    void begin(long operations, int perStep, long nanos) {
        start = nanos;
        done = 0;
        boolean fixed = operations < Long.MAX_VALUE && operations / perStep >= COUNT;
        quota = fixed ? operations : Long.MAX_VALUE;
        next = fixed ? boundary(1) : Long.MAX_VALUE;
    }

    /** So many operations are done. */
    void reached(long operations, long nanos) {
        while (operations >= next && done < COUNT) {
            ends[done++] = nanos;
            next = boundary(done + 1);
        }
    }

    private long boundary(int slice) {
        return slice > COUNT ? Long.MAX_VALUE : quota / COUNT * slice + quota % COUNT * slice / COUNT;
    }

    /** Mean over threads of the time of each slice, ns; empty where some thread has not all of them. */
    static List<Long> mean(List<Slices> threads) {
        List<Long> means = new ArrayList<>();
        if (threads.isEmpty() || threads.stream().anyMatch(t -> t.done < COUNT)) {
            return List.of();
        }
        for (int i = 0; i < COUNT; i++) {
            long sum = 0;
            for (Slices t : threads) {
                sum += t.ends[i] - (i == 0 ? t.start : t.ends[i - 1]);
            }
            means.add(sum / threads.size());
        }
        return List.copyOf(means);
    }
}
