package dev.tricolor.dashboard.run;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The right to run workloads for a data folder: one at a time, for two at once would measure each other. It is a lock on
 * {@code runs.lock}, which goes with its process however that ends; {@code runs.active} beside it says in words whose it is.
 */
public final class RunLock implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** Held in this process: closing a second channel of a file would let go of the first one's lock (POSIX). */
    private static final Set<Path> HERE = ConcurrentHashMap.newKeySet();

    /** The kernel counts from boot, and each process reckons by itself when that was. */
    private static final long SAME_START_MILLIS = 10_000;

    private final Path file;
    private final Path words;
    private final FileChannel channel;
    private final FileLock held;
    private final String who;

    private RunLock(Path file, Path words, FileChannel channel, FileLock held, String who) {
        this.file = file;
        this.words = words;
        this.channel = channel;
        this.held = held;
        this.who = who;
    }

    /**
     * Who runs.
     *
     * @param who in words, such as {@code tricolor run}
     * @param run the run's id; empty while its smallest heaps are looked for
     * @param pid of the process that has the lock
     * @param processStarted epoch milliseconds: a number that is used again is another process
     */
    public record Holder(String who, String run, long pid, long processStarted) {

        /** For the one who has to wait. */
        public String words() {
            return (run.isEmpty() ? "a run" : "run " + run) + " is going on, by " + who + " (process " + pid + ")";
        }

        private boolean alive() {
            return ProcessHandle.of(pid)
                    .filter(p -> Math.abs(started(p) - processStarted) <= SAME_START_MILLIS)
                    .isPresent();
        }
    }

    /** Takes it; empty where another run is going on. */
    public static Optional<RunLock> take(Path data, String who) throws IOException {
        Files.createDirectories(data);
        Path file = data.toRealPath().resolve("runs.lock");
        if (!HERE.add(file)) {
            return Optional.empty();
        }
        Optional<RunLock> taken = Optional.empty();
        try {
            taken = lock(file, data, who);
        } finally {
            if (taken.isEmpty()) {
                HERE.remove(file);
            }
        }
        return taken;
    }

    private static Optional<RunLock> lock(Path file, Path data, String who) throws IOException {
        FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        FileLock held = channel.tryLock();
        if (held == null) {
            channel.close();
            return Optional.empty();
        }
        RunLock lock = new RunLock(file, words(data), channel, held, who);
        lock.says("");
        return Optional.of(lock);
    }

    /** Who has it; empty where nobody says so, or the one who said so has died. */
    public static Optional<Holder> holder(Path data) {
        try {
            return Optional.of(JSON.readValue(words(data).toFile(), Holder.class))
                    .filter(Holder::alive);
        } catch (IOException e) {
            return Optional.empty(); // no run now, or one that is just being written down
        }
    }

    /** Tells which run it is, once that is known. */
    public void says(String run) throws IOException {
        ProcessHandle us = ProcessHandle.current();
        Files.write(words, JSON.writeValueAsBytes(new Holder(who, run, us.pid(), started(us))));
    }

    private static long started(ProcessHandle process) {
        return process.info().startInstant().map(Instant::toEpochMilli).orElse(0L);
    }

    private static Path words(Path data) {
        return data.resolve("runs.active");
    }

    @Override
    public void close() throws IOException {
        Files.deleteIfExists(words);
        held.release();
        channel.close();
        HERE.remove(file);
    }
}
