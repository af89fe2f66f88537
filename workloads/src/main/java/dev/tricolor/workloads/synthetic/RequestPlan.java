package dev.tricolor.workloads.synthetic;

import dev.tricolor.workloads.spec.Plan;
import dev.tricolor.workloads.spec.Worker;

/** A plan of {@link RequestWorker}s: one request is one step. */
@FunctionalInterface
interface RequestPlan extends Plan {
    @Override
    default int operationsPerStep() {
        return RequestWorker.OPERATIONS_PER_REQUEST;
    }

    @Override
    Worker worker(int index, int threads, long seed);
}
