package dev.tricolor.dashboard.model.pacer;

import dev.tricolor.dashboard.model.pacer.HeapGoal.Memory;

/**
 * Go's pacer from cycle to cycle: told what a cycle found, it says where the next one begins and should end. Used by one
 * thread.
 *
 * <p>What the runtime reads of itself is passed in, so that a recorded run can be replayed and a simulated one driven.
 */
public final class Pacer {

    /** The heap grows by at least this from one cycle to the next, so that the sweeper has time. */
    private static final long MIN_SWEEP_DISTANCE = HeapGoal.MIB;

    /**
     * What a cycle found.
     *
     * @param marked bytes that stayed
     * @param heapScan bytes of heap scanned
     * @param stackScan bytes of stacks scanned
     * @param globalsScan bytes of globals scanned
     */
    public record Found(long marked, long heapScan, long stackScan, long globalsScan) {

        /** Before the first cycle: only the globals are known. */
        public static Found nothing(long globalsScan) {
            return new Found(0, 0, 0, globalsScan);
        }

        /** Bytes that the next cycle has to scan, if nothing changes. */
        public long scan() {
            return heapScan + stackScan + globalsScan;
        }
    }

    /** Both ends of the next cycle, in bytes of heap. */
    public record Plan(long trigger, long goal) {}

    private final Release release;
    private final Knobs knobs;
    private Found found;
    private long sweepDistance;
    private double consMark;
    private long triggered = -1;

    public Pacer(Release release, Knobs knobs, long globalsScan) {
        this.release = release;
        this.knobs = knobs;
        found = Found.nothing(globalsScan);
    }

    /** A cycle has begun at this heap size. */
    public void started(long heapLive) {
        triggered = heapLive;
    }

    /** A cycle has ended, and sweeping begins. */
    public void ended(Found cycle, double nextConsMark) {
        found = cycle;
        consMark = nextConsMark;
        triggered = -1;
        sweepDistance = cycle.marked() + MIN_SWEEP_DISTANCE;
    }

    /** Where the next cycle begins and should end, with the runtime's memory as it is now. */
    public Plan plan(Memory memory) {
        long byGogc = HeapGoal.byGogc(knobs.gogc(), found.marked(), found.stackScan(), found.globalsScan());
        long byLimit = HeapGoal.byLimit(release, knobs.memoryLimitBytes(), memory, found.marked());
        long goal = HeapGoal.of(byGogc, byLimit, sweepDistance, triggered);
        long least = byLimit < byGogc ? 0 : sweepDistance;
        long trigger = Trigger.of(goal, found.marked(), Trigger.runway(consMark, found.scan()), least);
        return new Plan(trigger, goal);
    }

    public Found found() {
        return found;
    }
}
