package dev.tricolor.dashboard.cli;

import dev.tricolor.dashboard.command.Commands;
import dev.tricolor.dashboard.control.MachineApi;
import dev.tricolor.dashboard.control.RunControlApi;
import dev.tricolor.dashboard.control.RunService;
import dev.tricolor.dashboard.decode.Timelines;
import dev.tricolor.dashboard.export.Metrics;
import dev.tricolor.dashboard.ingest.Ingest;
import dev.tricolor.dashboard.ingest.IngestCounters;
import dev.tricolor.dashboard.log.SessionStore;
import dev.tricolor.dashboard.results.RunStore;
import dev.tricolor.dashboard.run.SessionSource;
import dev.tricolor.dashboard.web.KnobApi;
import dev.tricolor.dashboard.web.WebOptions;
import dev.tricolor.dashboard.web.WebServer;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** A running dashboard: the one place where its parts are put together, and taken apart in the opposite order. */
final class Dashboard implements AutoCloseable {
    private final DataFolder folder;
    private final SessionStore store;
    private final Timelines timelines;
    private final WebServer web;
    private final RunService runs;
    private boolean closed;

    private Dashboard(DataFolder folder, SessionStore store, Timelines timelines, WebServer web, RunService runs) {
        this.folder = folder;
        this.store = store;
        this.timelines = timelines;
        this.web = web;
        this.runs = runs;
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
        CompletableFuture<SessionSource> own = new CompletableFuture<>();
        RunService runs = new RunService(Machine::facts, folder.path(), own::join);
        try {
            WebServer web = WebServer.start(
                    store,
                    timelines,
                    new RunStore(folder.path()),
                    options,
                    List.of(
                            new Ingest(store, counters, commands)::register,
                            new KnobApi(store, timelines, commands)::register,
                            new FindApi(store, folder.path())::register,
                            config -> config.routes.get(
                                    "/metrics",
                                    ctx -> ctx.contentType(Metrics.CONTENT_TYPE).result(metrics.scrape()))),
                    List.of(
                            new RunControlApi(runs, Machine::facts, own::join, options),
                            new MachineApi(Machine::facts, f -> Machine.wouldAdd(f.jdks(), f.go()), options)));
            own.complete(new ClientSessions(new DashboardClient(web.uri(), options.token())));
            measure(web, metrics);
            folder.announce(web.uri().toString());
            return new Dashboard(folder, store, timelines, web, runs);
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
        runs.close(); // first: its children report to what is closed next
        web.close();
        timelines.close();
        store.close();
        folder.close();
    }
}
