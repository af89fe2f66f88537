package dev.tricolor.dashboard.watch;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.TimeUnit;

/**
 * Sends lines to a dashboard while they come, on a thread of its own, and holds at most a bound of them while it can't.
 *
 * <p>What a request has carried stays as it is until the dashboard says how much it holds, so that nothing is doubled. Where it
 * has lost what it held, the log begins again with the first line. {@link #add} never waits.
 */
final class LogUpload {

    /** What has become of the lines so far. */
    record Counts(long sentBytes, long backlogBytes, long lostBytes, long lostLines, long failures) {}

    private static final int LARGEST_BLOCK = 256 << 10;
    private static final long SEND_MILLIS = 250;
    private static final long LONGEST_PAUSE_MILLIS = 5_000;

    private final IngestClient client;
    private final IngestClient.Opening opening;
    private final int limit;
    private final byte[] first;
    private final Thread thread;

    // guarded by this
    private final Deque<byte[]> queue = new ArrayDeque<>();
    private int queuedBytes;
    private byte[] block = {};
    private long offset;
    private long lostBytes;
    private long lostLines;
    private long failures;
    private boolean closing;
    private boolean done;

    private boolean opened; // the sending thread's alone

    /** {@code first} is the log's first line; {@code limit} bytes are held at most. */
    LogUpload(IngestClient client, IngestClient.Opening opening, byte[] first, int limit) {
        this.client = client;
        this.opening = opening;
        this.first = first;
        this.limit = limit;
        add(first);
        thread = new Thread(this::run, "tricolor-upload");
        thread.setDaemon(true);
        thread.start();
    }

    synchronized void add(byte[] line) {
        queue.add(line);
        queuedBytes += line.length;
        while (queuedBytes + block.length > limit && queue.size() > 1) {
            byte[] oldest = queue.remove();
            queuedBytes -= oldest.length;
            lostBytes += oldest.length;
            lostLines++;
        }
    }

    synchronized Counts counts() {
        return new Counts(offset, queuedBytes + block.length, lostBytes, lostLines, failures);
    }

    /** Sends the rest and ends the session; false where that took too long. */
    boolean close(Duration atMost) throws InterruptedException {
        synchronized (this) {
            closing = true;
            notifyAll();
        }
        thread.join(atMost.toMillis());
        thread.interrupt();
        synchronized (this) {
            return done;
        }
    }

    private void run() {
        long pause = SEND_MILLIS;
        try {
            while (!Thread.interrupted()) {
                pause = once() ? SEND_MILLIS : Math.min(2 * pause, LONGEST_PAUSE_MILLIS);
                synchronized (this) {
                    if (done) {
                        return;
                    }
                    if (!closing) {
                        TimeUnit.MILLISECONDS.timedWait(this, pause);
                    } else {
                        TimeUnit.MILLISECONDS.timedWait(this, SEND_MILLIS);
                    }
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Sends all that waits; false where that failed. */
    private boolean once() throws InterruptedException {
        try {
            if (!opened) {
                settle(client.open(opening));
                opened = true;
            }
            for (byte[] next = next(); next.length > 0; next = next()) {
                settle(client.append(at(), next));
            }
            if (last()) {
                client.end("exit");
                finished();
            }
            return true;
        } catch (IngestClient.ForgottenException e) {
            opened = false;
            return true;
        } catch (IOException e) {
            failed();
            return false;
        }
    }

    private synchronized boolean last() {
        return closing && queue.isEmpty() && block.length == 0;
    }

    private synchronized void finished() {
        done = true;
    }

    private synchronized void failed() {
        failures++;
    }

    private synchronized long at() {
        return offset;
    }

    private synchronized byte[] next() {
        if (block.length == 0) {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            while (!queue.isEmpty() && (bytes.size() == 0 || bytes.size() + queue.element().length <= LARGEST_BLOCK)) {
                byte[] line = queue.remove();
                queuedBytes -= line.length;
                bytes.writeBytes(line);
            }
            block = bytes.toByteArray();
        }
        return block;
    }

    private synchronized void settle(long held) {
        if (held < offset || held > offset + block.length) {
            lostBytes += Math.max(0, offset - held);
            ByteArrayOutputStream again = new ByteArrayOutputStream();
            if (held > 0) {
                again.write('\n'); // it may end in the middle of a line
            }
            again.writeBytes(first);
            again.writeBytes(block);
            block = again.toByteArray();
        } else {
            block = java.util.Arrays.copyOfRange(block, (int) (held - offset), block.length);
        }
        offset = held;
    }
}
