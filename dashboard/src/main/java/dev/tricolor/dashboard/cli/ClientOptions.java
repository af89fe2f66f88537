package dev.tricolor.dashboard.cli;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which dashboard a command asks. */
final class ClientOptions {

    @Option(
            names = "--url",
            paramLabel = "URL",
            description = "The dashboard to ask (default: the one that has the data folder).")
    private @Nullable URI url;

    @Option(
            names = "--token",
            paramLabel = "TOKEN|@FILE",
            description = "Its token, where it has one; also TRICOLOR_TOKEN.")
    private @Nullable String token;

    @Option(names = "--data", paramLabel = "DIR", description = "Where sessions are kept; also TRICOLOR_DATA.")
    private @Nullable Path data;

    private Path data() {
        return data == null ? DataFolder.usual() : data.toAbsolutePath().normalize();
    }

    private Optional<String> token() {
        return DashboardOptions.token(token);
    }

    /** The dashboard to read from; one of our own over the data folder where none runs. */
    DashboardAccess toRead() throws IOException {
        return url == null ? DashboardAccess.toRead(data(), token()) : new DashboardAccess(at(url), Optional.empty());
    }

    /** A dashboard that runs, because agents shall send to it. */
    DashboardClient running() throws IOException {
        if (url != null) {
            return at(url);
        }
        Optional<DataFolder> unused = DataFolder.take(data());
        if (unused.isPresent()) {
            unused.get().close();
            throw Complaint.couldNotRun("no dashboard runs here", "start one with tricolor serve, or give its --url");
        }
        return DashboardAccess.running(data(), token());
    }

    private DashboardClient at(URI address) {
        DashboardClient client = new DashboardClient(address, token());
        if (!client.answers()) {
            throw Complaint.couldNotRun("no Tricolor dashboard answers at " + address, "tricolor serve starts one");
        }
        return client;
    }
}
