package dev.tricolor.dashboard.cli;

import dev.tricolor.dashboard.control.Commands;
import dev.tricolor.dashboard.decode.Timelines;
import dev.tricolor.dashboard.export.Metrics;
import dev.tricolor.dashboard.ingest.Ingest;
import dev.tricolor.dashboard.ingest.IngestCounters;
import dev.tricolor.dashboard.log.SessionStore;
import dev.tricolor.dashboard.web.KnobApi;
import dev.tricolor.dashboard.web.WebOptions;
import dev.tricolor.dashboard.web.WebServer;
import java.io.IOException;
import java.net.URI;
import java.util.List;

/** A running dashboard: the one place where its parts are put together, and taken apart in the opposite order. */
final class Dashboard implements AutoCloseable {
    private final DataFolder folder;
    private final SessionStore store;
    private final Timelines timelines;
    private final WebServer web;
    private boolean closed;

    private Dashboard(DataFolder folder, SessionStore store, Timelines timelines, WebServer web) {
        this.folder = folder;
        this.store = store;
        this.timelines = timelines;
        this.web = web;
    }

    /**
     * Starts one over a data folder, which it closes with itself.
     *
     * @throws IllegalStateException where the port is taken
     */
    static Dashboard start(DataFolder folder, WebOptions options) throws IOException {
        SessionStore store = SessionStore.open(folder.sessions());
        Timelines timelines = new Timelines(store);
        IngestCounters counters = new IngestCounters();
        Commands commands = new Commands();
        Metrics metrics = new Metrics(store, timelines, counters);
        try {
            WebServer web = WebServer.start(
                    store,
                    timelines,
                    options,
                    List.of(
                            new Ingest(store, counters, commands)::register,
                            new KnobApi(store, timelines, commands)::register,
                            new FindApi(store, folder.path())::register,
                            config -> config.routes.get(
                                    "/metrics",
                                    ctx -> ctx.contentType(Metrics.CONTENT_TYPE).result(metrics.scrape()))));
            measure(web, metrics);
            folder.announce(web.uri().toString());
            return new Dashboard(folder, store, timelines, web);
        } catch (RuntimeException e) {
            timelines.close();
            store.close();
            throw e;
        }
    }

    private static void measure(WebServer web, Metrics metrics) {
        metrics.gauge(
                "tricolor.live.clients",
                "Pages that follow live",
                () -> web.counters().open());
        metrics.counter(
                "tricolor.live.dropped",
                "Pages cut off because they read too slowly",
                () -> web.counters().dropped());
        metrics.counter(
                "tricolor.live.refused",
                "Pages refused, there being too many",
                () -> web.counters().refused());
        metrics.counter(
                "tricolor.live.bytes",
                "Bytes sent to live pages",
                () -> web.counters().bytes());
    }

    URI uri() {
        return web.uri();
    }

    @Override
    public synchronized void close() throws IOException {
        if (closed) {
            return;
        }
        closed = true;
        web.close();
        timelines.close();
        store.close();
        folder.close();
    }
}
