package dev.tricolor.workloads.engine;

import dev.tricolor.workloads.report.AllocationCounter;
import dev.tricolor.workloads.spec.Arrivals;
import dev.tricolor.workloads.spec.Plan;
import dev.tricolor.workloads.spec.Worker;
import java.util.concurrent.Phaser;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/**
 * One thread of a run: fills, warms up, works, and keeps what it measured. Its plain fields are written by its own thread
 * and read by the engine after the phaser's next advance; only {@link #done} is read meanwhile.
 */
final class CrewMember implements Runnable {
    private final Crew crew;
    private final int index;
    private final IntFunction<@Nullable Arrivals> arrivals;

    final Latency latency = new Latency();
    final Slices slices = new Slices();
    /** Operations of the current phase; a single writer, read for progress. */
    volatile long done;

    @Nullable
    Worker worker;

    long endNanos;
    long operations;
    long warmUpOperations;
    long allocatedBytes;
    long requestedBytes;
    long objects;

    CrewMember(Crew crew, int index, IntFunction<@Nullable Arrivals> arrivals) {
        this.crew = crew;
        this.index = index;
        this.arrivals = arrivals;
    }

    @Override
    public void run() {
        Phaser phaser = crew.phaser;
        try {
            Worker own = crew.plan.worker(index, crew.threads, crew.seedOf(index));
            worker = own;
            own.fill();
            phaser.arriveAndAwaitAdvance();
            phaser.arriveAndAwaitAdvance();
            warmUpOperations = work(own, crew.warmUp, false);
            phaser.arriveAndAwaitAdvance();
            phaser.arriveAndAwaitAdvance();
            measure(own);
            phaser.arriveAndAwaitAdvance();
        } catch (Throwable failure) {
            worker = null; // makes room for what reports an OutOfMemoryError
            crew.failed(failure);
            phaser.arriveAndDeregister();
        }
    }

    private void measure(Worker own) {
        long requestedBefore = own.requestedBytes();
        long objectsBefore = own.objects();
        long allocatedBefore = AllocationCounter.ofCurrentThread();
        operations = work(own, crew.measured, true);
        endNanos = System.nanoTime();
        allocatedBytes = AllocationCounter.difference(allocatedBefore, AllocationCounter.ofCurrentThread());
        requestedBytes = own.requestedBytes() - requestedBefore;
        objects = own.objects() - objectsBefore;
    }

    private long work(Worker own, Amount amount, boolean measured) {
        Plan plan = crew.plan;
        int perStep = plan.operationsPerStep();
        long quota = amount.operationsOf(index, crew.threads);
        long start = crew.phaseStartNanos;
        @Nullable Arrivals due = arrivals.apply(index);
        long count = 0;
        done = 0;
        long last = System.nanoTime();
        if (measured) {
            slices.begin(quota, perStep, last);
        }
        for (long step = 0; count < quota && !crew.cancelled; step++) {
            long begin = last;
            long intended = last;
            if (due != null) {
                double offset = due.intendedNanos(step);
                if (offset >= amount.nanos()) {
                    break;
                }
                intended = start + (long) offset;
                begin = waitUntil(intended);
            } else if (begin - start >= amount.nanos()) {
                break;
            }
            int operationsNow = (int) Math.min(perStep, quota - count);
            own.step(operationsNow);
            last = System.nanoTime();
            if (measured && operationsNow == perStep) {
                latency.service(last - begin);
                if (due != null) {
                    latency.response(last - intended);
                }
            }
            count += operationsNow;
            done = count;
            if (measured) {
                slices.reached(count, last);
            }
        }
        return count;
    }

    /** Sleeps until then and answers the time, which is a little later: the timer's lateness belongs to the response time. */
    private long waitUntil(long nanoTime) {
        long now = System.nanoTime();
        while (now - nanoTime < 0 && !crew.cancelled) {
            LockSupport.parkNanos(nanoTime - now);
            now = System.nanoTime();
        }
        return now;
    }
}
