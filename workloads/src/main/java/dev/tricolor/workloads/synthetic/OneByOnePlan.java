package dev.tricolor.workloads.synthetic;

import dev.tricolor.workloads.spec.Plan;
import dev.tricolor.workloads.spec.Worker;

/** A plan whose operations are large enough to be timed one by one. */
@FunctionalInterface
interface OneByOnePlan extends Plan {
    @Override
    default int operationsPerStep() {
        return 1;
    }

    @Override
    Worker worker(int index, int threads, long seed);
}
