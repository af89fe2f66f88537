package dev.tricolor.dashboard.knob;

import dev.tricolor.dashboard.command.Commands;
import dev.tricolor.dashboard.decode.Timelines;
import dev.tricolor.dashboard.gc.Timeline;
import dev.tricolor.dashboard.ingest.Ingest;
import dev.tricolor.dashboard.ingest.IngestCounters;
import dev.tricolor.dashboard.log.SessionStore;
import dev.tricolor.dashboard.results.RunStore;
import dev.tricolor.dashboard.web.KnobApi;
import dev.tricolor.dashboard.web.WebOptions;
import dev.tricolor.dashboard.web.WebServer;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The dashboard's parts that turning a knob needs, in this JVM on a free port. */
final class KnobDashboard implements AutoCloseable {

    private final SessionStore store;
    private final Timelines timelines;
    private final WebServer web;

    private KnobDashboard(SessionStore store, Timelines timelines, WebServer web) {
        this.store = store;
        this.timelines = timelines;
        this.web = web;
    }

    static KnobDashboard start(Path data) throws IOException {
        SessionStore store = SessionStore.open(data);
        Timelines timelines = new Timelines(store);
        Commands commands = new Commands();
        Ingest ingest = new Ingest(store, new IngestCounters(), commands);
        KnobApi knob = new KnobApi(store, timelines, commands);
        return new KnobDashboard(
                store,
                timelines,
                WebServer.start(
                        store,
                        timelines,
                        new RunStore(data),
                        WebOptions.defaults().withPort(0),
                        List.of(ingest::register, knob::register)));
    }

    String url() {
        return "http://127.0.0.1:" + web.port();
    }

    Optional<UUID> session(String name) {
        return store.sessions().stream()
                .filter(s -> s.meta().name().equals(name))
                .map(s -> s.meta().id())
                .findFirst();
    }

    /** What the session of that name has said so far; empty before it has begun. */
    Timeline timeline(String name) {
        return session(name).map(id -> timelines.current(id).timeline()).orElse(Timeline.EMPTY);
    }

    @Override
    public void close() {
        web.close();
        timelines.close();
        store.close();
    }
}
