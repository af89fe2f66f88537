package dev.tricolor.dashboard.real;

import static org.awaitility.Awaitility.await;

import dev.tricolor.dashboard.command.Commands;
import dev.tricolor.dashboard.decode.Timelines;
import dev.tricolor.dashboard.ingest.Ingest;
import dev.tricolor.dashboard.ingest.IngestCounters;
import dev.tricolor.dashboard.log.SessionLog;
import dev.tricolor.dashboard.log.SessionStore;
import io.javalin.Javalin;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;

/** Ingest, log and decoding over real HTTP on a free loopback port, in this JVM. */
public final class TestDashboard implements AutoCloseable {

    private final SessionStore store;
    private final Timelines timelines;
    private final Javalin server;

    private TestDashboard(SessionStore store, Timelines timelines, Javalin server) {
        this.store = store;
        this.timelines = timelines;
        this.server = server;
    }

    public static TestDashboard start(Path data) throws IOException {
        return start(data, 0);
    }

    public static TestDashboard start(Path data, int port) throws IOException {
        SessionStore store = SessionStore.open(data);
        Timelines timelines = new Timelines(store);
        Ingest ingest = new Ingest(store, new IngestCounters(), new Commands());
        Javalin server = Javalin.create(config -> {
                    config.startup.showJavalinBanner = false;
                    ingest.register(config);
                })
                .start("127.0.0.1", port);
        return new TestDashboard(store, timelines, server);
    }

    public int port() {
        return server.port();
    }

    public String url() {
        return "http://127.0.0.1:" + port();
    }

    public SessionStore store() {
        return store;
    }

    public Timelines timelines() {
        return timelines;
    }

    /** The session of that name, once it has ended. */
    public SessionLog awaitEndedLog(String name) {
        return await().atMost(Duration.ofSeconds(20))
                .until(
                        () -> store.sessions().stream()
                                .filter(s -> s.meta().name().equals(name)
                                        && s.meta().ended().isPresent())
                                .findFirst()
                                .orElse(null),
                        s -> s != null);
    }

    /** What the session of that name says, once it has ended. */
    public Timelines.Snapshot awaitEnded(String name) {
        return timelines.current(awaitEndedLog(name).meta().id());
    }

    @Override
    public void close() {
        server.stop();
        timelines.close();
        store.close();
    }
}
