package dev.tricolor.dashboard.log;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Finds the chunks in a stream of JFR bytes that arrives in pieces of any size.
 *
 * <p>A running JVM sends a chunk with an empty header. About once a second it flushes, and the last event of a flush is a
 * checkpoint that carries, in its last 68 bytes, the header that is true up to there. The header whose state is 0 ends the
 * chunk, and the next byte begins another. So the stream needs no framing of its own.
 *
 * <p>Not thread-safe. {@link #copy()} makes a trial possible: feed the copy, and keep it only if the bytes were written.
 */
final class ChunkSplitter {

    /** What to do with the bytes, in order. */
    sealed interface Step {
        /** A new chunk begins. */
        record Begin() implements Step {}

        /** Bytes {@code [from, to)} of the block belong to the current chunk. */
        record Append(int from, int to) implements Step {}

        /** The current chunk is valid up to here, and this is its header. */
        record Flush(ChunkHeader header) implements Step {}
    }

    private static final int LARGEST_HEADER_EVENT = 512;
    private static final int HEADER_FLAG = 2;
    private static final long LARGEST_EVENT = 1L << 30;

    /** The start of the current event (or chunk header), as far as it has arrived and is needed. */
    private byte[] head = new byte[LARGEST_HEADER_EVENT];

    private int headLength;
    private @Nullable EventFrame frame;
    private long eventLeft;
    private long position;
    private boolean between = true;

    /** Where the next byte goes in the current chunk. */
    long position() {
        return position;
    }

    /** Whether the next byte begins a new chunk. */
    boolean between() {
        return between;
    }

    ChunkSplitter copy() {
        ChunkSplitter c = new ChunkSplitter();
        c.head = head.clone();
        c.headLength = headLength;
        c.frame = frame;
        c.eventLeft = eventLeft;
        c.position = position;
        c.between = between;
        return c;
    }

    /** Takes the next bytes and says what they are; throws at the first that can't be JFR. */
    List<Step> feed(byte[] block, int length) throws MalformedLogException {
        List<Step> steps = new ArrayList<>();
        int from = 0;
        int at = 0;
        while (at < length) {
            if (between) {
                steps.add(new Step.Begin());
                between = false;
                position = 0;
                headLength = 0;
            }
            int before = at;
            if (position < ChunkHeader.SIZE) {
                at += takeHeader(block, at, length);
            } else {
                at += takeEvent(block, at, length);
            }
            position += at - before;
            if (frame != null && eventLeft == 0) {
                ChunkHeader header = headerIn(frame);
                frame = null;
                headLength = 0;
                if (header != null) {
                    if (header.size() != position) {
                        throw new MalformedLogException(
                                "a flush says " + header.size() + " bytes where " + position + " were sent");
                    }
                    steps.add(new Step.Append(from, at));
                    from = at;
                    steps.add(new Step.Flush(header));
                    between = header.complete();
                }
            }
        }
        if (from < length) {
            steps.add(new Step.Append(from, length));
        }
        return steps;
    }

    private int takeHeader(byte[] block, int at, int length) throws MalformedLogException {
        int n = Math.min(ChunkHeader.SIZE - headLength, length - at);
        System.arraycopy(block, at, head, headLength, n);
        headLength += n;
        if (headLength == ChunkHeader.SIZE) {
            ChunkHeader.parse(Arrays.copyOf(head, ChunkHeader.SIZE));
            headLength = 0;
        }
        return n;
    }

    private int takeEvent(byte[] block, int at, int length) throws MalformedLogException {
        if (frame == null) {
            return takeFrame(block, at, length);
        }
        int n = (int) Math.min(eventLeft, length - at);
        if (headLength < head.length) {
            int kept = Math.min(n, head.length - headLength);
            System.arraycopy(block, at, head, headLength, kept);
            headLength += kept;
        }
        eventLeft -= n;
        return n;
    }

    private int takeFrame(byte[] block, int at, int length) throws MalformedLogException {
        int n = 0;
        while (frame == null && at + n < length) {
            head[headLength++] = block[at + n++];
            frame = EventFrame.read(head, 0, headLength);
            if (frame == null && headLength > EventFrame.MAX_BYTES) {
                throw new MalformedLogException("no JFR event begins at byte " + position + " of its chunk");
            }
        }
        if (frame != null) {
            if (frame.size() < headLength || frame.size() > LARGEST_EVENT || frame.type() < 0) {
                throw new MalformedLogException("an event of " + frame.size() + " bytes at byte " + position);
            }
            eventLeft = frame.size() - headLength;
        }
        return n;
    }

    /** The chunk header that a finished checkpoint event carries; null for every other event. */
    private @Nullable ChunkHeader headerIn(EventFrame event) throws MalformedLogException {
        if (event.type() != EventFrame.CHECKPOINT || event.size() > LARGEST_HEADER_EVENT) {
            return null;
        }
        int size = (int) event.size();
        int at = 0;
        for (int field = 0; field < 5; field++) { // size, type, start, duration, distance to the previous checkpoint
            at = EventFrame.skip(head, at, size);
            if (at < 0) {
                return null;
            }
        }
        if (at >= size || (head[at] & HEADER_FLAG) == 0 || size < ChunkHeader.SIZE + at) {
            return null;
        }
        return ChunkHeader.parse(Arrays.copyOfRange(head, size - ChunkHeader.SIZE, size));
    }
}
