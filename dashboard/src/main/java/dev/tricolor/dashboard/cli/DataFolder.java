package dev.tricolor.dashboard.cli;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.Optional;

/**
 * The folder that holds the sessions. One dashboard at a time writes to it: it holds a lock on {@code dashboard.lock} and
 * leaves its address in {@code dashboard.url}, by which others find it. The lock goes with its process, however that ends.
 */
final class DataFolder implements AutoCloseable {
    private final Path path;
    private final FileChannel channel;
    private final FileLock held;

    private DataFolder(Path path, FileChannel channel, FileLock held) {
        this.path = path;
        this.channel = channel;
        this.held = held;
    }

    /** {@code TRICOLOR_DATA}, else the XDG data folder. */
    static Path usual(Map<String, String> environment, Path userHome) {
        String given = environment.getOrDefault("TRICOLOR_DATA", "");
        if (!given.isBlank()) {
            return Path.of(given).toAbsolutePath();
        }
        String xdg = environment.getOrDefault("XDG_DATA_HOME", "");
        Path base = xdg.isBlank() ? userHome.resolve(".local/share") : Path.of(xdg);
        return base.resolve("tricolor").toAbsolutePath();
    }

    static Path usual() {
        return usual(System.getenv(), Path.of(System.getProperty("user.home")));
    }

    /** Takes the folder, which is made where it does not exist; empty where another dashboard has it. */
    static Optional<DataFolder> take(Path path) {
        try {
            Files.createDirectories(path);
            FileChannel channel = FileChannel.open(
                    path.resolve("dashboard.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            Optional<FileLock> lock = tryLock(channel);
            if (lock.isEmpty()) {
                channel.close();
                return Optional.empty();
            }
            return Optional.of(new DataFolder(path, channel, lock.get()));
        } catch (IOException e) {
            throw Complaint.couldNotRun(
                    "cannot use " + path + " (" + e + ")", "give a folder that can be written to, --data DIR");
        }
    }

    private static Optional<FileLock> tryLock(FileChannel channel) throws IOException {
        try {
            return Optional.ofNullable(channel.tryLock());
        } catch (OverlappingFileLockException e) {
            return Optional.empty(); // another dashboard in this very process: tests
        }
    }

    /** The address that the dashboard which has this folder left; empty where there is none. */
    static Optional<String> addressIn(Path path) {
        try {
            return Optional.of(Files.readString(path.resolve("dashboard.url")).strip())
                    .filter(address -> !address.isEmpty());
        } catch (IOException e) {
            return Optional.empty(); // none has been here, or it is just starting
        }
    }

    Path path() {
        return path;
    }

    Path sessions() {
        return path.resolve("sessions");
    }

    void announce(String address) throws IOException {
        Files.write(path.resolve("dashboard.url"), address.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public void close() throws IOException {
        Files.deleteIfExists(path.resolve("dashboard.url"));
        held.release();
        channel.close();
    }
}
