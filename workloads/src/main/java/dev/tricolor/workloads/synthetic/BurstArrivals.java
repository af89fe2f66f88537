package dev.tricolor.workloads.synthetic;

import dev.tricolor.workloads.spec.CommonKnobs;
import dev.tricolor.workloads.spec.Parameters;

/** When an operation is due: an even rate, then a multiple of it until the period's end, over and over. */
final class BurstArrivals {
    private final double operationsPerNano;
    private final double burstFactor;
    private final double calmNanos;
    private final double periodNanos;
    private final double calmOperations;
    private final double periodOperations;

    BurstArrivals(Parameters parameters) {
        operationsPerNano = parameters.number(CommonKnobs.RATE) / 1e9;
        burstFactor = parameters.number("burst-factor");
        periodNanos = parameters.number("period");
        double burstNanos = parameters.number("burst-length");
        calmNanos = periodNanos - burstNanos;
        calmOperations = operationsPerNano * calmNanos;
        periodOperations = calmOperations + operationsPerNano * burstFactor * burstNanos;
    }

    /** Nanoseconds from the start to when the operation of this number, of all threads together, is due. */
    double intendedNanos(double operation) {
        double period = Math.floor(operation / periodOperations);
        double within = operation - period * periodOperations;
        double inPeriod = within < calmOperations
                ? within / operationsPerNano
                : calmNanos + (within - calmOperations) / (operationsPerNano * burstFactor);
        return period * periodNanos + inPeriod;
    }
}
