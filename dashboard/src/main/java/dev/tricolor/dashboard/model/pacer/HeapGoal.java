package dev.tricolor.dashboard.model.pacer;

/** How large the heap may be when a cycle ends. From {@code runtime/mgcpacer.go}. */
public final class HeapGoal {

    static final long KIB = 1 << 10;
    static final long MIB = 1 << 20;
    /** The goal never falls below this at GOGC 100, and in proportion to it otherwise. */
    static final long MIN_AT_100 = 4 * MIB;

    private static final long LIMIT_HEADROOM_PERCENT = 3;
    private static final long LIMIT_HEADROOM_MIN = MIB;
    private static final long MIN_RUNWAY = 64 * KIB;

    private HeapGoal() {}

    /**
     * By GOGC: what was marked, and that share of it and of the roots again.
     *
     * @return bytes; {@link Long#MAX_VALUE} where GOGC is off
     */
    public static long byGogc(int gogc, long marked, long stackScan, long globalsScan) {
        if (gogc == Knobs.OFF) {
            return Long.MAX_VALUE;
        }
        return Math.max(marked + (marked + stackScan + globalsScan) * gogc / 100, MIN_AT_100 * gogc / 100);
    }

    /**
     * What the runtime holds, beside the limit.
     *
     * @param mappedReady all memory mapped and not given back
     * @param heapFree of it, free for objects
     * @param heapAlloc of it, objects, dead ones included
     */
    public record Memory(long mappedReady, long heapFree, long heapAlloc) {

        /** All that is not heap. */
        public long nonHeap() {
            return mappedReady - heapFree - heapAlloc;
        }
    }

    /** By the memory limit: what it leaves for the heap, less a margin, and at least what is live. */
    public static long byLimit(Release release, long limit, Memory memory, long marked) {
        if (limit == Long.MAX_VALUE) {
            return Long.MAX_VALUE;
        }
        long over = Math.max(0, memory.mappedReady() - limit);
        if (memory.nonHeap() + over >= limit) {
            return marked;
        }
        long goal = limit - memory.nonHeap() - over;
        long margin = release == Release.GO_1_19
                ? LIMIT_HEADROOM_MIN
                : Math.max(goal / 100 * LIMIT_HEADROOM_PERCENT, LIMIT_HEADROOM_MIN);
        goal = goal < 2 * margin ? margin : goal - margin;
        return Math.max(goal, marked);
    }

    /**
     * The one that holds: the smaller of both. Where the limit does not decide, it leaves room to sweep and to mark in.
     *
     * @param sweepDistance the heap size up to which sweeping may take, or 0
     * @param triggered the heap size at which the cycle under way began, or -1
     */
    static long of(long byGogc, long byLimit, long sweepDistance, long triggered) {
        if (byLimit < byGogc) {
            return byLimit;
        }
        long goal = Math.max(byGogc, sweepDistance);
        return triggered >= 0 ? Math.max(goal, triggered + MIN_RUNWAY) : goal;
    }
}
