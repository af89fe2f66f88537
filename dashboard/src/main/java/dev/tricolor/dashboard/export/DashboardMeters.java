package dev.tricolor.dashboard.export;

import dev.tricolor.dashboard.ingest.IngestCounters;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.MeterRegistry;

/** What ingest has taken and refused, as meters. Refusals get their series when the first of a status occurs. */
final class DashboardMeters {
    private final MeterRegistry registry;
    private final IngestCounters ingest;

    DashboardMeters(MeterRegistry registry, IngestCounters ingest) {
        this.registry = registry;
        this.ingest = ingest;
        FunctionCounter.builder("tricolor.ingest.bytes", ingest, IngestCounters::bytes)
                .description("Log bytes taken since the dashboard started")
                .register(registry);
        FunctionCounter.builder("tricolor.ingest.appends", ingest, IngestCounters::appends)
                .description("Appends taken")
                .register(registry);
        FunctionCounter.builder("tricolor.ingest.mismatches", ingest, IngestCounters::mismatches)
                .description("Appends at another offset than the held one: retries and restarts, nothing lost")
                .register(registry);
    }

    /** Adds a series for each status that was refused for the first time. */
    void refresh() {
        for (int status : ingest.refusals().keySet()) {
            FunctionCounter.builder(
                            "tricolor.ingest.refusals",
                            ingest,
                            i -> i.refusals().getOrDefault(status, 0L))
                    .description("Requests refused, by HTTP status")
                    .tag("status", Integer.toString(status))
                    .register(registry);
        }
    }
}
