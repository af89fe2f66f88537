package dev.tricolor.workloads.engine;

import dev.tricolor.workloads.heap.SplitMix64;
import dev.tricolor.workloads.spec.Arrivals;
import dev.tricolor.workloads.spec.CommonKnobs;
import dev.tricolor.workloads.spec.Parameters;
import dev.tricolor.workloads.spec.Plan;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Phaser;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** The threads of one run and what they share. Volatile fields are written by the engine's thread, or by a failing one. */
final class Crew {
    final Plan plan;
    final int threads;
    final Amount warmUp;
    final Amount measured;
    final Phaser phaser = new Phaser(1);
    final List<CrewMember> members = new ArrayList<>();

    volatile long phaseStartNanos;
    volatile boolean cancelled;

    private final long[] seeds;
    private final AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();

    Crew(Plan plan, Parameters parameters) {
        this.plan = plan;
        threads = parameters.small(CommonKnobs.THREADS);
        warmUp = Amount.warmUp(parameters);
        measured = Amount.measured(parameters);
        SplitMix64 seeder = new SplitMix64(parameters.number(CommonKnobs.SEED));
        seeds = new long[threads];
        for (int i = 0; i < threads; i++) {
            seeds[i] = seeder.next();
        }
        for (int i = 0; i < threads; i++) {
            members.add(new CrewMember(this, i, index -> arrivals(parameters, index)));
        }
    }

    /** Starts the threads, which fill and then wait for the phaser. */
    void start() {
        phaser.bulkRegister(threads);
        for (int i = 0; i < threads; i++) {
            Thread thread = new Thread(members.get(i), "workload-" + i);
            thread.setDaemon(true);
            thread.start();
        }
    }

    long seedOf(int index) {
        return seeds[index];
    }

    void failed(Throwable cause) {
        failure.compareAndSet(null, cause);
        cancelled = true;
    }

    @Nullable
    Throwable failure() {
        return failure.get();
    }

    long operationsDone() {
        long sum = 0;
        for (CrewMember member : members) {
            sum += member.done;
        }
        return sum;
    }

    private @Nullable Arrivals arrivals(Parameters parameters, int index) {
        Arrivals own = plan.arrivals(index, threads);
        if (own != null || !parameters.has(CommonKnobs.RATE)) {
            return own;
        }
        return Arrivals.even(parameters.number(CommonKnobs.RATE), plan.operationsPerStep(), threads, index);
    }
}
