package dev.tricolor.workloads.engine;

import dev.tricolor.workloads.report.ProcessFacts;
import dev.tricolor.workloads.report.Result;
import dev.tricolor.workloads.spec.Parameters;
import dev.tricolor.workloads.spec.Workload;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** Runs one workload: fill, warm-up, measured part, result. All workers wait for one another between the phases. */
public final class Engine {
    private static final long PROGRESS_NANOS = 1_000_000_000L;

    private final Workload workload;
    private final Parameters parameters;
    private final Observer observer;
    private final Crew crew;

    public Engine(Workload workload, Parameters parameters, Observer observer) {
        this.workload = workload;
        this.parameters = parameters;
        this.observer = observer;
        crew = new Crew(workload.plan(parameters), parameters);
    }

    /**
     * Runs to the end.
     *
     * @throws WorkloadFailed if a worker threw, out of memory included
     */
    public Result run() throws InterruptedException {
        crew.phaseStartNanos = System.nanoTime();
        crew.start();
        awaitEndOf(Phase.FILL, new Amount(-1, Long.MAX_VALUE));
        letGo();
        awaitEndOf(Phase.WARM_UP, crew.warmUp);
        ProcessFacts.now(); // the first one loads classes, which is no part of what follows
        observer.measuredPartStarts(workload.name(), parameters);
        ProcessFacts before = ProcessFacts.now();
        letGo();
        awaitEndOf(Phase.MEASURED, crew.measured);
        ProcessFacts after = ProcessFacts.now();
        observer.measuredPartEnded();
        return new Tally(workload, parameters, crew).result(before, after);
    }

    /** Starts the next phase; waits until every worker has left the barrier that ended the one before. */
    private void letGo() {
        crew.phaseStartNanos = System.nanoTime();
        crew.phaser.arriveAndAwaitAdvance();
    }

    /** Reports progress until every worker has arrived, and lets none go on. */
    private void awaitEndOf(Phase phase, Amount amount) throws InterruptedException {
        long start = crew.phaseStartNanos;
        int round = crew.phaser.arrive();
        for (long tick = 1; ; tick++) {
            try {
                long left = start + tick * PROGRESS_NANOS - System.nanoTime();
                crew.phaser.awaitAdvanceInterruptibly(round, Math.max(1, left), TimeUnit.NANOSECONDS);
                break;
            } catch (TimeoutException notYet) {
                observer.progress(progress(phase, amount, start));
            }
        }
        @Nullable Throwable failure = crew.failure();
        if (failure != null) {
            throw new WorkloadFailed(failure);
        }
        observer.progress(progress(phase, amount, start));
    }

    private Observer.Progress progress(Phase phase, Amount amount, long start) {
        return new Observer.Progress(
                workload.name(),
                phase,
                crew.operationsDone(),
                amount.isTimed() ? -1 : amount.operations(),
                System.nanoTime() - start,
                amount.isTimed() ? amount.nanos() : -1);
    }
}
