package dev.tricolor.dashboard.watch;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.time.Duration;

/**
 * Takes the runtime's trace lines out of a stream of bytes and passes everything else on, unchanged and at once.
 *
 * <p>The runtime writes a line in some thirty pieces, and other threads of the program may write between them. So bytes are
 * held only while they may still become a trace line, and not for long. A trace line is looked for at the
 * start of a line, and behind text that has no newline yet, such as a row of dots; not behind a space, where it is something
 * that the program says itself. Where other bytes come into the middle of a line, those pass, and the line's rest is waited
 * for. Not thread-safe.
 */
final class TraceFilter {

    /** Where bytes go. */
    interface Sink {
        /** Bytes of the program's own. */
        void pass(byte[] bytes) throws IOException;

        /** A trace line, without its newline. */
        void trace(String line);
    }

    /** How long bytes may be held that may be the program's. */
    static final Duration PATIENCE = Duration.ofMillis(100);

    /** How long the beginning of a line may be held that nothing but the runtime begins so: its thread may have to wait. */
    static final Duration PATIENCE_WITH_TRACE = Duration.ofSeconds(1);

    /** So many bytes of something else may look like a trace line's next ones. */
    private static final int BY_CHANCE = 3;

    private final Sink sink;
    private final StringBuilder held = new StringBuilder(); // a char for each byte
    private int heldBefore; // so many of them had come when the newest bytes came
    private long heldSince;
    private boolean lineStart = true;
    private char before = '\n';
    private String torn = ""; // the start of a trace line that other bytes cut off
    private long tornSince;
    private final StringBuilder passedEarly = new StringBuilder(); // the start of a line that took too long
    private int cut;

    TraceFilter(Sink sink) {
        this.sink = sink;
    }

    /** Whether bytes are held back. */
    boolean holds() {
        return !held.isEmpty() || !torn.isEmpty();
    }

    /** Trace lines whose end never came, because the program ended. */
    int cut() {
        return cut;
    }

    /** Takes the next bytes; {@code now} is a time in nanoseconds. */
    void feed(byte[] bytes, int length, long now) throws IOException {
        if (held.isEmpty()) {
            heldSince = now;
        }
        String text = new String(bytes, 0, length, ISO_8859_1);
        if (!passedEarly.isEmpty()) {
            text = followEarly(text);
        }
        heldBefore = held.length();
        held.append(text);
        while (!held.isEmpty() && step(now)) {}
        late(now);
    }

    /** Passes on what has been held for too long. */
    void late(long now) throws IOException {
        if (!torn.isEmpty() && now - tornSince >= PATIENCE_WITH_TRACE.toNanos()) {
            passTorn();
        }
        String start = held.toString();
        Duration patience = GoTraceLine.begun(start) ? PATIENCE_WITH_TRACE : PATIENCE;
        if (!start.isEmpty() && now - heldSince >= patience.toNanos()) {
            pass(start.length());
            passedEarly.append(start);
        }
    }

    /** No more bytes will come. */
    void end() throws IOException {
        passTorn();
        if (GoTraceLine.begun(held.toString())) {
            cut++;
            held.setLength(0);
        }
        pass(held.length());
    }

    /** Decides on the held bytes up to the first trace line; false where it takes more bytes to go on. */
    private boolean step(long now) throws IOException {
        for (int at = 0; at < held.length(); at++) {
            if (!mayBegin(at)) {
                continue;
            }
            int newline = held.indexOf("\n", at);
            String line = held.substring(at, newline < 0 ? held.length() : newline + 1);
            if (GoTraceLine.couldBecome(line)) {
                return newline < 0 ? hold(at, now) : takeOut(at, line, line.length(), now);
            }
            String whole = torn + line;
            if (!torn.isEmpty() && GoTraceLine.couldBecome(whole)) {
                if (newline < 0) {
                    return hold(at, now);
                }
                torn = "";
                return takeOut(at, whole, line.length(), now);
            }
            if (GoTraceLine.begun(line)) {
                return tear(at, GoTraceLine.longestStart(line), now);
            }
        }
        pass(held.length());
        return false;
    }

    private boolean mayBegin(int at) {
        char c = held.charAt(at);
        if (!torn.isEmpty()) {
            return true;
        }
        if (startsLine(at)) {
            return c == 'g' || c == 'G' || c == 's';
        }
        return c == 'g'
                && at + 2 < held.length()
                && held.charAt(at + 1) == 'c'
                && held.charAt(at + 2) == ' '
                && !Character.isWhitespace(at == 0 ? before : held.charAt(at - 1));
    }

    private boolean startsLine(int at) {
        return at == 0 ? lineStart : held.charAt(at - 1) == '\n';
    }

    private boolean hold(int at, long now) throws IOException {
        pass(at);
        if (at > 0) {
            heldSince = now;
        }
        return false;
    }

    /** A trace line ends: what comes next belongs to where the program's own text was. */
    private boolean takeOut(int at, String line, int length, long now) throws IOException {
        pass(at);
        drop(length);
        heldSince = now;
        sink.trace(line.substring(0, line.length() - 1));
        return true;
    }

    /**
     * Other bytes have come into the middle of a trace line: its start waits apart for its rest. It ends where it stops to look
     * like one, or just before, where the newest bytes began: a word that begins as the line might go on is the program's.
     */
    private boolean tear(int at, String looksLikeOne, long now) throws IOException {
        pass(at);
        passTorn();
        int more = looksLikeOne.length() - heldBefore;
        boolean chance = more > 0 && more <= BY_CHANCE && GoTraceLine.begun(held.substring(0, heldBefore));
        torn = chance ? looksLikeOne.substring(0, heldBefore) : looksLikeOne;
        drop(torn.length());
        tornSince = now;
        heldSince = now;
        return true;
    }

    private void drop(int length) {
        held.delete(0, length);
        heldBefore = Math.max(0, heldBefore - length);
    }

    private void passTorn() throws IOException {
        if (!torn.isEmpty()) {
            sink.pass(torn.getBytes(ISO_8859_1));
            torn = "";
        }
    }

    private void pass(int length) throws IOException {
        if (length > 0) {
            before = held.charAt(length - 1);
            lineStart = before == '\n';
            sink.pass(held.substring(0, length).getBytes(ISO_8859_1));
            drop(length);
        }
    }

    /** The rest of a line whose start has been passed on: it passes too, and is told if it is a trace line. Answers what is left. */
    private String followEarly(String text) throws IOException {
        int taken = 0;
        while (taken < text.length() && !passedEarly.isEmpty()) {
            passedEarly.append(text.charAt(taken++));
            String line = passedEarly.toString();
            if (GoTraceLine.is(line)) {
                sink.trace(line.substring(0, line.length() - 1));
                passedEarly.setLength(0);
            } else if (!GoTraceLine.couldBecome(line)) {
                taken--;
                passedEarly.setLength(0);
            }
        }
        held.append(text, 0, taken);
        pass(held.length());
        return text.substring(taken);
    }
}
