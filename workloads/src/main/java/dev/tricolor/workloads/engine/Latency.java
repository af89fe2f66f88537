package dev.tricolor.workloads.engine;

import org.HdrHistogram.Histogram;

/**
 * Histograms of one thread's step times in nanoseconds, 1 ns to 1 h with 3 significant digits; longer ones count as 1 h.
 * Service time runs from the step's actual start, response time from its intended one.
 */
final class Latency {
    static final long MAX_NANOS = 3_600_000_000_000L;
    private static final int SIGNIFICANT_DIGITS = 3;

    final Histogram service = empty();
    final Histogram response = empty();

    static Histogram empty() {
        return new Histogram(MAX_NANOS, SIGNIFICANT_DIGITS);
    }

    void service(long nanos) {
        service.recordValue(bounded(nanos));
    }

    void response(long nanos) {
        response.recordValue(bounded(nanos));
    }

    private static long bounded(long nanos) {
        return Math.max(0, Math.min(MAX_NANOS, nanos));
    }
}
