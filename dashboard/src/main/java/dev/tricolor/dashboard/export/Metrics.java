package dev.tricolor.dashboard.export;

import dev.tricolor.dashboard.decode.Timelines;
import dev.tricolor.dashboard.ingest.IngestCounters;
import dev.tricolor.dashboard.log.SessionStore;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.TimeGauge;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.function.DoubleSupplier;
import java.util.function.Supplier;

/**
 * Everything that {@code /metrics} shows, in Prometheus's text format: the sessions' numbers and the dashboard's own.
 *
 * <p>Each session's series carry {@code session} (its name), {@code id}, {@code collector} and {@code jdk}. Other packages
 * add numbers of theirs by {@link #counter} and {@link #gauge}. Thread-safe.
 */
public final class Metrics {

    /** Of what {@link #scrape()} returns. */
    public static final String CONTENT_TYPE = "text/plain; version=0.0.4; charset=utf-8";

    private final PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private final DashboardMeters dashboard;
    /** Micrometer refers weakly to what a counter is read from. */
    private final List<DoubleSupplier> kept = new CopyOnWriteArrayList<>();

    public Metrics(SessionStore store, Timelines timelines, IngestCounters ingest) {
        this(store, new LiveSessions(store, timelines, Clock.systemUTC()), ingest);
    }

    private Metrics(SessionStore store, LiveSessions live, IngestCounters ingest) {
        this(ingest, live::now);
        gauge(
                "tricolor.sessions",
                "Sessions held, ended ones too",
                () -> store.sessions().size());
        gauge(
                "tricolor.sessions.live",
                "Sessions that neither ended nor fell silent",
                () -> store.sessions().stream().filter(store::live).count());
        gauge("tricolor.sessions.left.out", "Live sessions without series, there being too many", live::leftOut);
        gauge("tricolor.store.bytes", "Bytes of all logs on disk", store::totalBytes);
        TimeGauge.builder("tricolor.decode.lag", () -> live.lag().toNanos(), TimeUnit.NANOSECONDS)
                .description("From the newest decoded moment of a running session to the arrival of its last data, the"
                        + " worst one: the JVM's own flush is up to a second of it, clocks that differ show in it")
                .register(registry);
    }

    Metrics(IngestCounters ingest, Supplier<List<Exported>> sessions) {
        registry.getPrometheusRegistry().register(new SessionCollector(sessions));
        dashboard = new DashboardMeters(registry, ingest);
    }

    /** The whole text. */
    public String scrape() {
        dashboard.refresh();
        return registry.scrape();
    }

    /** The dashboard's own meters, for what the two methods below can't say. */
    public MeterRegistry registry() {
        return registry;
    }

    /**
     * Adds a number that only grows.
     *
     * @param name dotted, such as {@code tricolor.sse.dropped}; {@code _total} is added in the text
     * @param tags name and value in turn
     */
    public void counter(String name, String help, DoubleSupplier value, String... tags) {
        kept.add(value);
        FunctionCounter.builder(name, value, DoubleSupplier::getAsDouble)
                .description(help)
                .tags(tags)
                .register(registry);
    }

    /**
     * Adds a number that goes up and down.
     *
     * @param name dotted, such as {@code tricolor.sse.clients}
     * @param tags name and value in turn
     */
    public void gauge(String name, String help, DoubleSupplier value, String... tags) {
        Gauge.builder(name, value::getAsDouble).description(help).tags(tags).register(registry);
    }
}
