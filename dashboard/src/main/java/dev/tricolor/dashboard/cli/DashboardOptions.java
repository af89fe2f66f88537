package dev.tricolor.dashboard.cli;

import dev.tricolor.dashboard.web.WebOptions;
import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where a dashboard listens, what it asks for, and where it keeps its sessions. */
final class DashboardOptions {

    @Option(
            names = "--host",
            paramLabel = "ADDRESS",
            defaultValue = WebOptions.DEFAULT_HOST,
            description =
                    "Address to listen on; others than this machine's own need --token (default: ${DEFAULT-VALUE}).")
    private String host = WebOptions.DEFAULT_HOST;

    @Option(
            names = "--port",
            paramLabel = "PORT",
            defaultValue = "" + WebOptions.DEFAULT_PORT,
            description = "Port to listen on; 0 takes a free one (default: ${DEFAULT-VALUE}).")
    private int port = WebOptions.DEFAULT_PORT;

    @Option(
            names = "--token",
            paramLabel = "TOKEN|@FILE",
            description = "What every request must bring; also TRICOLOR_TOKEN.")
    private @Nullable String token;

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = "Where sessions are kept; also TRICOLOR_DATA (default: the user's data folder).")
    private @Nullable Path data;

    Path data() {
        return data == null ? DataFolder.usual() : data.toAbsolutePath().normalize();
    }

    /** Checked: a dashboard that others can reach asks for a token. */
    WebOptions web() {
        if (port < 0 || port > 65535) {
            throw Complaint.usage("--port " + port + " is none", "0 to 65535");
        }
        Optional<String> checked = token();
        if (checked.isEmpty() && !loopback()) {
            throw Complaint.usage(
                    "--host " + host + " lets others in",
                    "give --token TOKEN, or leave --host away for this machine only");
        }
        return new WebOptions(host, port, checked);
    }

    Optional<String> token() {
        return token(token);
    }

    /** The token given, or in the file given, or in the environment. */
    static Optional<String> token(@Nullable String given) {
        String value = given == null ? System.getenv().getOrDefault("TRICOLOR_TOKEN", "") : given;
        if (value.startsWith("@")) {
            try {
                value = Files.readString(Path.of(value.substring(1))).strip();
            } catch (IOException e) {
                throw Complaint.usage("cannot read the token in " + value.substring(1), String.valueOf(e.getMessage()));
            }
        }
        return Optional.of(value).filter(v -> !v.isBlank());
    }

    private boolean loopback() {
        try {
            return InetAddress.getByName(host).isLoopbackAddress();
        } catch (UnknownHostException e) {
            throw Complaint.usage("--host " + host + " is not known", "give an address of this machine");
        }
    }
}
