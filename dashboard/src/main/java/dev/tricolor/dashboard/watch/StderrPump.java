package dev.tricolor.dashboard.watch;

import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Carries a program's standard error to ours, without the trace lines, on a thread of its own.
 *
 * <p>The program writes to a named pipe rather than to {@link Process#getErrorStream()}: Java empties and closes that one when
 * the program ends, beside whoever reads it. Where our own standard error can't be written to any more the pipe is closed, so
 * that the program meets what it would have met without us.
 */
final class StderrPump {

    private static final Logger LOG = LoggerFactory.getLogger(StderrPump.class);
    private static final long LOOK_AGAIN_MILLIS = 20;

    /** The pipe's name in its folder. */
    static final String NAME = "stderr";

    private static final long QUIET_NANOS = 500_000_000;

    private final Path pipe;
    private final OutputStream out;
    private final boolean keepTrace;
    private final TraceFilter filter;
    private final Thread thread;
    private volatile long waitingSince; // for more bytes; 0 while it works

    /**
     * Makes the pipe and waits for a writer.
     *
     * @param keepTrace leaves the trace lines in what passes
     */
    StderrPump(Path folder, OutputStream out, boolean keepTrace, Consumer<String> trace)
            throws IOException, InterruptedException {
        this.out = out;
        this.keepTrace = keepTrace;
        pipe = folder.resolve(NAME);
        Process made = new ProcessBuilder("mkfifo", "-m", "600", pipe.toString()).start();
        if (made.waitFor() != 0) {
            throw new IOException("cannot make a named pipe in " + folder);
        }
        filter = new TraceFilter(new TraceFilter.Sink() {
            @Override
            public void pass(byte[] bytes) throws IOException {
                if (!keepTrace) {
                    out.write(bytes);
                }
            }

            @Override
            public void trace(String line) {
                trace.accept(line);
            }
        });
        thread = new Thread(this::run, "tricolor-stderr");
        thread.setDaemon(true);
    }

    /** Where the program's standard error goes; {@link #start} comes first. */
    ProcessBuilder.Redirect redirect() {
        return ProcessBuilder.Redirect.to(pipe.toFile());
    }

    void start() {
        thread.start();
    }

    /**
     * Waits until all has passed. Where something that the program started still has its standard error open, until nothing
     * has come for half a second.
     */
    void awaitEnd() throws InterruptedException {
        do {
            thread.join(LOOK_AGAIN_MILLIS);
        } while (thread.isAlive() && (waitingSince == 0 || System.nanoTime() - waitingSince < QUIET_NANOS));
    }

    /** Trace lines cut off by the program's end. */
    int cut() {
        return filter.cut();
    }

    private void run() {
        Thread watcher = new Thread(this::passLate, "tricolor-stderr-late");
        watcher.setDaemon(true);
        watcher.start();
        try (InputStream in = new FileInputStream(pipe.toFile())) {
            Files.delete(pipe);
            copy(in);
        } catch (IOException e) {
            LOG.debug("our own standard error is gone, and with it the program's", e);
        } finally {
            watcher.interrupt();
        }
    }

    private void copy(InputStream in) throws IOException {
        byte[] block = new byte[1 << 16];
        for (int n = read(in, block); n >= 0; n = read(in, block)) {
            synchronized (filter) {
                if (keepTrace) {
                    out.write(block, 0, n);
                }
                filter.feed(block, n, System.nanoTime());
                out.flush();
                filter.notifyAll();
            }
        }
        synchronized (filter) {
            filter.end();
            out.flush();
        }
    }

    private int read(InputStream in, byte[] block) throws IOException {
        waitingSince = System.nanoTime();
        int n = in.read(block);
        waitingSince = 0;
        return n;
    }

    /** Looks after bytes that are held back, until it is interrupted. */
    private void passLate() {
        try {
            synchronized (filter) {
                while (true) {
                    filter.wait(filter.holds() ? LOOK_AGAIN_MILLIS : 0);
                    filter.late(System.nanoTime());
                    out.flush();
                }
            }
        } catch (IOException e) {
            LOG.debug("the other thread meets the same at its next write", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
