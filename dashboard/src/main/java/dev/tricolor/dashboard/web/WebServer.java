package dev.tricolor.dashboard.web;

import dev.tricolor.dashboard.decode.Timelines;
import dev.tricolor.dashboard.log.SessionStore;
import dev.tricolor.dashboard.results.RunStore;
import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.util.JavalinBindException;
import java.net.URI;
import java.util.List;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The dashboard's HTTP server: pages, JSON, live streams, and whatever routes others add. */
public final class WebServer implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(WebServer.class);

    private final Javalin javalin;
    private final LiveStreams streams;
    private final WebOptions options;

    private WebServer(Javalin javalin, LiveStreams streams, WebOptions options) {
        this.javalin = javalin;
        this.streams = streams;
        this.options = options;
    }

    /**
     * Starts listening.
     *
     * @param routes what other packages serve on the same port (ingest, metrics); they are behind the same access checks
     * @throws IllegalStateException when the port is taken, in words for people
     */
    public static WebServer start(
            SessionStore store,
            Timelines timelines,
            RunStore runs,
            WebOptions options,
            List<Consumer<JavalinConfig>> routes) {
        return start(store, timelines, runs, options, routes, List.of());
    }

    /**
     * The same with routes that stream live; they come first, where two would match.
     *
     * @throws IllegalStateException when the port is taken, in words for people
     */
    public static WebServer start(
            SessionStore store,
            Timelines timelines,
            RunStore runs,
            WebOptions options,
            List<Consumer<JavalinConfig>> routes,
            List<LiveRoutes> live) {
        Sessions sessions = new Sessions(store, timelines);
        LiveStreams streams = new LiveStreams(timelines);
        KeptRuns kept = new KeptRuns(runs);
        Javalin javalin = Javalin.create(config -> {
            config.startup.showJavalinBanner = false;
            config.startup.showOldJavalinVersionWarning = false;
            config.startup.startupWatcherEnabled = false;
            config.http.asyncTimeout = 0;
            new Access(options.host(), options.token()).register(config);
            new Errors().register(config);
            live.forEach(r -> r.register(config, streams));
            new SessionsApi(sessions).register(config);
            new EventsApi(sessions).register(config);
            new PanelsApi(sessions, streams).register(config);
            new ContrastApi(sessions, streams, kept).register(config);
            new AlgorithmsApi().register(config);
            new RunsApi(kept).register(config);
            new LabApi().register(config);
            new WhatIfApi(sessions).register(config);
            new Pages().register(config);
            routes.forEach(r -> r.accept(config));
        });
        try {
            javalin.start(options.host(), options.port());
        } catch (JavalinBindException e) {
            streams.close();
            throw new IllegalStateException(
                    "port " + options.port() + " of " + options.host()
                            + " is taken (another dashboard?); choose another with --port, or 0 for a free one",
                    e);
        }
        WebServer server = new WebServer(javalin, streams, options);
        LOG.info("tricolor dashboard on {}", server.uri());
        return server;
    }

    public int port() {
        return javalin.port();
    }

    /** Where a browser on this machine finds it. */
    public URI uri() {
        String host = options.host().equals("0.0.0.0") || options.host().equals("::") ? "localhost" : options.host();
        return URI.create("http://" + (host.contains(":") ? "[" + host + "]" : host) + ":" + port() + "/");
    }

    /** What the server counts of its live streams, for {@code /metrics}. */
    public LiveCounters counters() {
        return streams.counters();
    }

    @Override
    public void close() {
        streams.close();
        javalin.stop();
    }
}
