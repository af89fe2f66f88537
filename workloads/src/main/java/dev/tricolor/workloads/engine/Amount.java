package dev.tricolor.workloads.engine;

import dev.tricolor.workloads.spec.CommonKnobs;
import dev.tricolor.workloads.spec.Parameters;
import dev.tricolor.workloads.spec.Units;

/**
 * How much work a phase is: a number of operations, or a time.
 *
 * @param operations of all threads together, or {@link Long#MAX_VALUE}
 * @param nanos from the phase's start, or {@link Long#MAX_VALUE}
 */
record Amount(long operations, long nanos) {
    static Amount measured(Parameters parameters) {
        return parameters.has(CommonKnobs.DURATION)
                ? new Amount(Long.MAX_VALUE, parameters.number(CommonKnobs.DURATION))
                : new Amount(parameters.number(CommonKnobs.OPS), Long.MAX_VALUE);
    }

    /** The measured amount times the warm-up share, rounded down. */
    static Amount warmUp(Parameters parameters) {
        Amount measured = measured(parameters);
        long ppm = parameters.number(CommonKnobs.WARMUP);
        return measured.isTimed()
                ? new Amount(Long.MAX_VALUE, share(measured.nanos, ppm))
                : new Amount(share(measured.operations, ppm), Long.MAX_VALUE);
    }

    boolean isTimed() {
        return nanos != Long.MAX_VALUE;
    }

    /** The part of one thread: an equal share, the first threads one more where it doesn't divide. */
    long operationsOf(int index, int threads) {
        return isTimed() ? Long.MAX_VALUE : operations / threads + (index < operations % threads ? 1 : 0);
    }

    private static long share(long whole, long ppm) {
        return whole / Units.PPM * ppm + whole % Units.PPM * ppm / Units.PPM;
    }
}
