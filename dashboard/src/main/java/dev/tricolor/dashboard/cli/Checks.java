package dev.tricolor.dashboard.cli;

import dev.tricolor.dashboard.run.GoToolchain;
import dev.tricolor.dashboard.run.GoToolchains;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** What {@code doctor} looks at besides JDKs. */
final class Checks {
    /** JFR shuts a JVM down whose temp folder is full; an agent's recording is bounded well below this. */
    private static final long TEMP_SPACE = 1L << 30;

    /** One thing looked at. */
    record Check(String name, boolean good, String detail) {}

    private Checks() {}

    static List<Check> all(DashboardOptions options) {
        return List.of(dashboard(options), data(options.data()), temp(), procfs(), perf(), attach(), go());
    }

    private static Check dashboard(DashboardOptions options) {
        Optional<DashboardClient> running = DataFolder.addressIn(options.data())
                .map(address -> new DashboardClient(java.net.URI.create(address), options.token()))
                .filter(DashboardClient::answers);
        if (running.isPresent()) {
            return new Check("dashboard", true, "runs at " + running.get().base());
        }
        int port = options.web().port();
        try (ServerSocket socket = new ServerSocket()) {
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            return new Check("dashboard", true, "none runs; port " + port + " is free");
        } catch (IOException e) {
            return new Check("dashboard", false, "port " + port + " is taken by something else: use --port");
        }
    }

    private static Check data(Path data) {
        Path existing = data;
        while (!Files.exists(existing) && existing.getParent() != null) {
            existing = existing.getParent();
        }
        boolean writable = Files.isWritable(existing);
        return new Check(
                "sessions", writable, data + (writable ? "" : " cannot be written: use --data or TRICOLOR_DATA"));
    }

    private static Check temp() {
        Path temp = Path.of(System.getProperty("java.io.tmpdir"));
        try {
            long free = Files.getFileStore(temp).getUsableSpace();
            boolean good = free >= TEMP_SPACE && Files.isWritable(temp);
            String need =
                    good ? "" : ": JFR records there; make room, " + Units.bytes((double) TEMP_SPACE) + " is plenty";
            return new Check("temp space", good, Units.bytes((double) free) + " free in " + temp + need);
        } catch (IOException e) {
            return new Check("temp space", false, temp + ": " + e.getMessage());
        }
    }

    private static Check procfs() {
        boolean good = Files.isReadable(Path.of("/proc/self/task"));
        return new Check(
                "procfs", good, good ? "CPU by thread, RSS" : "not on this system: no CPU of GC threads and no RSS");
    }

    private static Check perf() {
        try {
            String level = Files.readString(Path.of("/proc/sys/kernel/perf_event_paranoid"), StandardCharsets.UTF_8)
                    .strip();
            return new Check(
                    "perf events", Integer.parseInt(level) < 3, "perf_event_paranoid " + level + " (not needed)");
        } catch (IOException | NumberFormatException e) {
            return new Check("perf events", false, "none on this system (not needed)");
        }
    }

    private static Check attach() {
        boolean good = ModuleLayer.boot().findModule("jdk.attach").isPresent();
        return new Check(
                "attach", good, good ? "to JVMs of this user" : "this Java has no jdk.attach: set JAVA_HOME to a JDK");
    }

    private static Check go() {
        GoToolchains found = GoToolchains.find();
        String versions =
                found.all().stream().map(g -> g.version() + " in " + g.go()).collect(Collectors.joining(", "));
        return new Check(
                "Go",
                found.newest().isPresent(),
                versions.isEmpty()
                        ? "none found: install Go 1." + GoToolchain.OLDEST_MINOR
                                + " or newer to run the same work in Go"
                        : versions);
    }
}
