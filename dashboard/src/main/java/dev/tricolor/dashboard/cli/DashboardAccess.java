package dev.tricolor.dashboard.cli;

import dev.tricolor.dashboard.web.WebOptions;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * A dashboard to work with: the one that has the data folder already, or one of our own.
 *
 * @param own the one that we started; empty where another process runs it
 */
record DashboardAccess(DashboardClient client, Optional<Dashboard> own) implements AutoCloseable {

    /** The running one, else a new one; on another port where the one asked for is taken, which is said. */
    static DashboardAccess findOrStart(DashboardOptions options, Consumer<String> note) throws IOException {
        WebOptions web = options.web();
        Optional<DataFolder> folder = DataFolder.take(options.data());
        if (folder.isEmpty()) {
            DashboardClient running = running(options.data(), options.token());
            note.accept("using the dashboard that runs at " + running.base());
            return new DashboardAccess(running, Optional.empty());
        }
        Dashboard dashboard;
        try {
            dashboard = Dashboard.start(folder.get(), web);
        } catch (IllegalStateException taken) {
            dashboard = Dashboard.start(folder.get(), web.withPort(0));
            note.accept("port " + web.port() + " is taken: using " + dashboard.uri());
        }
        return new DashboardAccess(new DashboardClient(dashboard.uri(), web.token()), Optional.of(dashboard));
    }

    /** For a command that only reads: the running one, else one on a port of its own for as long as the command takes. */
    static DashboardAccess toRead(Path data, Optional<String> token) throws IOException {
        Optional<DataFolder> folder = DataFolder.take(data);
        if (folder.isEmpty()) {
            return new DashboardAccess(running(data, token), Optional.empty());
        }
        Dashboard dashboard =
                Dashboard.start(folder.get(), WebOptions.defaults().withPort(0));
        return new DashboardAccess(new DashboardClient(dashboard.uri(), Optional.empty()), Optional.of(dashboard));
    }

    /** The dashboard that has the data folder. */
    static DashboardClient running(Path data, Optional<String> token) {
        Optional<DashboardClient> found =
                DataFolder.addressIn(data).map(address -> new DashboardClient(URI.create(address), token));
        return found.filter(DashboardClient::answers)
                .orElseThrow(() -> Complaint.couldNotRun(
                        data + " is in use by a dashboard that does not answer"
                                + found.map(f -> " at " + f.base()).orElse(""),
                        "end it, or use another folder with --data DIR"));
    }

    @Override
    public void close() throws IOException {
        if (own.isPresent()) {
            own.get().close();
        }
    }
}
