package dev.tricolor.agent;

import dev.tricolor.agent.ingest.Forwarder;
import dev.tricolor.agent.recording.ChunkTail;

/**
 * When the agent's thread wakes: shortly before the JVM's next flush, to commit its events, and shortly after, to send.
 *
 * <p>The JVM flushes about once a second, and the chunk's header says when it did last. So two or three wake-ups a
 * second are enough to pass a flush on within some 30 ms.
 */
final class Rhythm {

    private static final long MILLI = 1_000_000;
    private static final long SECOND = 1_000 * MILLI;
    /** Events committed this long before a flush are in it. */
    private static final long LEAD = 30 * MILLI;

    private static final long POLL = 25 * MILLI;
    private static final long SLOW_POLL = 200 * MILLI;

    private long sampledAt = System.nanoTime();
    private long sampleAt = sampledAt;
    private long flushAt = sampledAt + SECOND;

    /** An idle application is sampled, and so sent, this often. */
    private static final long HEARTBEAT = 5 * SECOND;

    /** A flush that brought no more than this holds no collection: some 100 bytes of header, and periodic events. */
    private static final long EMPTY_FLUSH_BYTES = 256;

    private static final long MOST_HELD_BYTES = 4096;

    private long heartbeatAt = System.nanoTime();
    private long heldBytes;
    private boolean holding;

    boolean sampleDue() {
        return System.nanoTime() - sampleAt >= 0;
    }

    void sampled() {
        sampledAt = System.nanoTime();
        sampleAt = sampledAt + SECOND;
    }

    /** Whether the turn is to be used although the process is idle. */
    boolean heartbeatDue() {
        return System.nanoTime() - heartbeatAt >= -SECOND / 2;
    }

    void heartbeat() {
        heartbeatAt = System.nanoTime() + HEARTBEAT;
    }

    /** Whether what is there is so little that it can go with the next block: nothing to tell means nothing sent. */
    boolean holdsBack(ChunkTail tail) {
        return holding && tail.available() > 0 && !tail.complete();
    }

    /** Lets the next flush be sent, however little it brings. */
    void urgent() {
        heldBytes = -EMPTY_FLUSH_BYTES - 1;
        holding = false;
    }

    /** The JVM was seen to have flushed. */
    void flushed(ChunkTail tail) {
        long available = tail.available();
        holding = available - heldBytes <= EMPTY_FLUSH_BYTES && available <= MOST_HELD_BYTES;
        heldBytes = holding ? available : 0;
        expect(tail.flushedNanos());
    }

    private void expect(long epochNanos) {
        long age = System.currentTimeMillis() * MILLI - epochNanos;
        boolean fresh = age >= 0 && age < SECOND;
        flushAt = System.nanoTime() - (fresh ? age : 0) + SECOND;
        if (fresh) {
            sampleAt = Math.max(flushAt - LEAD, sampledAt + SECOND / 2);
        }
    }

    /** How long to sleep when nothing is there to be sent. */
    long pause(Forwarder forwarder, ChunkTail tail) {
        long now = System.nanoTime();
        long overdue = now - flushAt;
        boolean between = tail.atEnd() || tail.chunkStartNanos() == 0; // the next chunk is due at once
        long look;
        if (overdue < 0 && !between) {
            look = -overdue + MILLI;
        } else {
            look = overdue < SECOND ? POLL : SLOW_POLL;
        }
        long pause = Math.min(look, sampleAt - now);
        if (forwarder.holding()) {
            pause = Math.min(pause, forwarder.retryAt() - now);
        }
        return Math.max(pause, MILLI);
    }
}
