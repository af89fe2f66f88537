package dev.tricolor.agent.ingest;

import dev.tricolor.agent.Notice;
import dev.tricolor.agent.Nullable;
import dev.tricolor.agent.recording.ChunkTail;
import java.io.Closeable;
import java.io.IOException;
import java.net.URI;
import java.util.Map;

/**
 * Sends the stream to the dashboard and resumes after every failure.
 *
 * <p>The dashboard holds the truth about what it has: after any failure the session is opened again and reading goes to
 * the offset that it names. Where the chunk being read does not hold that offset (the session was deleted, or lost more
 * than a chunk), the stream starts again from the oldest chunk on disk. Of the stream only the block in flight is in
 * memory.
 */
public final class Forwarder implements Closeable {

    private static final long FIRST_BACK_OFF = 250_000_000L;
    private static final long LAST_BACK_OFF = 5_000_000_000L;
    private static final long REFUSED_BACK_OFF = 30_000_000_000L;

    private final HttpConnection http;
    private final URI url;
    private final String query;
    private final ChunkTail tail;
    private byte[] block = new byte[HttpConnection.HEAD_ROOM + (16 << 10)];
    private Session session;
    private boolean open;
    private long backOff;
    private long retryAt = System.nanoTime();
    private volatile boolean closed;
    private long sentBytes;
    private long failures;
    private String commandId = "";
    private String command = "";

    public Forwarder(
            URI url, @Nullable String token, String name, Map<String, String> labels, ChunkTail tail, Waiting waiting) {
        this.url = url;
        this.tail = tail;
        http = new HttpConnection(url, token, waiting);
        query = Session.query(name, labels);
        session = new Session(http, query);
    }

    /**
     * Opens the session if it is not, and sends one block if there is one; true when there may be more to do now.
     *
     * @throws IOException when a chunk file can't be read; failing requests don't throw
     */
    public boolean step() throws IOException {
        if (System.nanoTime() - retryAt < 0) {
            return false;
        }
        return open ? send() : open();
    }

    private boolean open() throws IOException {
        Reply reply;
        try {
            reply = session.open();
        } catch (IOException e) {
            return unreachable(e);
        }
        if (!reply.ok() || reply.offset < 0) {
            return refused(reply);
        }
        open = true;
        resume(reply.offset);
        return true;
    }

    private boolean send() throws IOException {
        int room = HttpConnection.HEAD_ROOM;
        if (block.length - room < tail.available() && block.length - room < HttpConnection.MAX_BODY) {
            block = new byte[room + HttpConnection.MAX_BODY];
        }
        int length = tail.read(block, room);
        if (length == 0) {
            return false;
        }
        long offset = tail.position();
        Reply reply;
        try {
            reply = session.append(offset, commandId, block, length);
        } catch (IOException e) {
            return unreachable(e);
        }
        boolean held = reply.offset >= 0;
        if (reply.ok() && held) {
            sentBytes += Math.max(0, reply.offset - offset);
            backOff = 0;
            take(reply.command);
            resume(reply.offset);
            return true;
        }
        if (reply.status == 409 && held && reply.offset != offset) {
            failures++;
            resume(reply.offset);
            return true;
        }
        if (reply.status == 404 && backOff == 0) {
            failures++;
            backOff = FIRST_BACK_OFF; // twice in a row is a refusal
            open = false;
            return true;
        }
        return refused(reply);
    }

    /** Keeps {@code ID NAME[ VALUE]} unless it is the command that was taken last: the dashboard repeats it until it is acknowledged. */
    private void take(String text) {
        int blank = text.indexOf(' ');
        if (blank > 0 && !text.substring(0, blank).equals(commandId)) {
            commandId = text.substring(0, blank);
            command = text.substring(blank + 1).strip();
        }
    }

    /** What the dashboard has asked for since this was called last; empty where nothing. */
    public String command() {
        String c = command;
        command = "";
        return c;
    }

    /** Goes on at the offset that the dashboard holds. */
    private void resume(long held) throws IOException {
        if (!tail.seek(held)) {
            if (held != 0) {
                session = new Session(http, query);
            }
            tail.rewind();
            open = false;
            retryAt = System.nanoTime() + FIRST_BACK_OFF;
        }
    }

    private boolean unreachable(IOException e) {
        String what = "no dashboard at " + url + " yet (" + e.getMessage() + "); recording goes on, retrying";
        return failed("offline", what, LAST_BACK_OFF);
    }

    private boolean refused(Reply reply) {
        int status = reply.status;
        if (status == 401 || status == 403) {
            return failed(
                    "token",
                    "the dashboard at " + url + " refuses the token (" + status + "); set token=; retrying",
                    REFUSED_BACK_OFF);
        }
        return failed(
                "answer",
                "the dashboard at " + url + " answers " + status + "; recording goes on, retrying",
                LAST_BACK_OFF);
    }

    private boolean failed(String kind, String text, long longest) {
        if (!closed) {
            Notice.once(kind, text);
        }
        failures++;
        open = false;
        backOff = longest > LAST_BACK_OFF ? longest : backOff == 0 ? FIRST_BACK_OFF : Math.min(2 * backOff, longest);
        retryAt = System.nanoTime() + backOff;
        return false;
    }

    /** Lets the next step try at once. */
    public void retryNow() {
        retryAt = System.nanoTime();
        backOff = 0;
    }

    /** Whether the last request failed and the next waits. */
    public boolean holding() {
        return backOff > 0;
    }

    /** When the next step is of use, in {@code System.nanoTime} terms, while {@link #holding}. */
    public long retryAt() {
        return retryAt;
    }

    /** Tells the dashboard that nothing more will come. */
    public void end(String reason) {
        try {
            if (open) {
                session.end(reason);
            }
        } catch (IOException e) {
            failures++; // the dashboard will see the silence
        }
    }

    /** Acknowledged by the dashboard. */
    public long sentBytes() {
        return sentBytes;
    }

    /** Requests that failed or were refused. */
    public long failures() {
        return failures;
    }

    /** Breaks off a request under way. May be called by any thread. */
    @Override
    public void close() {
        closed = true;
        http.close();
    }
}
