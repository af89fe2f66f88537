package dev.tricolor.workloads.jfr;

import dev.tricolor.workloads.engine.Observer;
import dev.tricolor.workloads.report.Json;
import dev.tricolor.workloads.report.LatencySummary;
import dev.tricolor.workloads.report.Result;
import dev.tricolor.workloads.spec.CommonKnobs;
import dev.tricolor.workloads.spec.Parameters;
import org.jspecify.annotations.Nullable;

/** Commits a run's JFR events. To be touched only where the module jdk.jfr is present. */
public final class JfrObserver implements Observer {
    private static final long UNAVAILABLE = -1;

    /** Registers the event types, so that a recording that starts later knows them and the measured part doesn't pay. */
    public JfrObserver() {
        jdk.jfr.FlightRecorder.register(WorkloadStart.class);
        jdk.jfr.FlightRecorder.register(WorkloadProgress.class);
        jdk.jfr.FlightRecorder.register(WorkloadResult.class);
    }

    @Override
    public void measuredPartStarts(String workload, Parameters parameters) {
        AgentReading.take();
        WorkloadStart event = new WorkloadStart();
        event.workload = workload;
        event.parameters = Json.of(parameters.asMap());
        event.seed = parameters.number(CommonKnobs.SEED);
        event.threads = parameters.small(CommonKnobs.THREADS);
        event.commit();
    }

    @Override
    public void measuredPartEnded() {
        AgentReading.take();
    }

    @Override
    public void progress(Progress progress) {
        WorkloadProgress event = new WorkloadProgress();
        event.workload = progress.workload();
        event.phase = progress.phase().toString();
        event.operations = progress.operations();
        event.total = progress.total();
        event.elapsed = progress.elapsedNanos();
        event.planned = progress.totalNanos();
        event.commit();
    }

    @Override
    public void result(Result result, String json) {
        WorkloadResult event = new WorkloadResult();
        event.workload = result.workload();
        event.seed = result.parameters().number(CommonKnobs.SEED);
        event.collector = result.runtime().collector();
        event.jdk = result.runtime().featureVersion();
        event.operations = result.operations();
        event.checksum = result.checksum();
        event.elapsed = result.elapsedNs();
        event.operationsPerSample = result.operationsPerSample();
        service(event, result.service());
        response(event, result.response());
        event.requestedBytes = result.requestedBytes();
        event.objects = result.objects();
        event.allocatedBytes = orUnavailable(result.allocatedBytes());
        event.processCpu = orUnavailable(result.processCpuNs());
        event.peakRss = orUnavailable(result.peakRssBytes());
        event.heapMax = result.runtime().heapMaxBytes();
        event.invariantsHeld = result.allInvariantsHeld();
        event.json = json;
        event.commit();
    }

    private static void service(WorkloadResult event, @Nullable LatencySummary latency) {
        event.serviceP50 = latency == null ? UNAVAILABLE : latency.p50Ns();
        event.serviceP99 = latency == null ? UNAVAILABLE : latency.p99Ns();
        event.serviceP999 = latency == null ? UNAVAILABLE : latency.p999Ns();
        event.serviceMax = latency == null ? UNAVAILABLE : latency.maxNs();
    }

    private static void response(WorkloadResult event, @Nullable LatencySummary latency) {
        event.responseP50 = latency == null ? UNAVAILABLE : latency.p50Ns();
        event.responseP99 = latency == null ? UNAVAILABLE : latency.p99Ns();
        event.responseP999 = latency == null ? UNAVAILABLE : latency.p999Ns();
        event.responseMax = latency == null ? UNAVAILABLE : latency.maxNs();
    }

    private static long orUnavailable(@Nullable Long value) {
        return value == null ? UNAVAILABLE : value;
    }
}
