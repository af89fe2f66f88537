package dev.tricolor.dashboard.decode;

import dev.tricolor.dashboard.log.ChunkHeader;
import dev.tricolor.dashboard.log.EventFrame;
import dev.tricolor.dashboard.log.MalformedLogException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordingFile;

/**
 * Reads each event of one chunk once, while the chunk's file still grows.
 *
 * <p>{@link RecordingFile} reads whole files only, and {@code EventStream} polls once a second, which would add up to a
 * second of delay and a thread for each session. So a view file is kept beside the log: a copy of the chunk up to the last
 * flush, in which the events that were read already are covered by frames that readers step over. Checkpoints (constants)
 * and metadata stay where they are, so that every offset in the chunk holds. Reading the view yields the new events only.
 *
 * <p>Not thread-safe.
 */
final class ChunkReader implements AutoCloseable {

    private final Path chunk;
    private final Path view;
    private long read = ChunkHeader.SIZE;

    /** For the chunk in {@code chunk}; {@code view} is a file name of its own that may be written. */
    ChunkReader(Path chunk, Path view) {
        this.chunk = chunk;
        this.view = view;
    }

    /** The header as of the last flush, or null before the first. */
    static @org.jspecify.annotations.Nullable ChunkHeader header(Path chunk) throws IOException {
        byte[] bytes;
        try (var in = Files.newInputStream(chunk)) {
            bytes = in.readNBytes(ChunkHeader.SIZE);
        }
        if (bytes.length < ChunkHeader.SIZE) {
            return null;
        }
        ChunkHeader header = ChunkHeader.parse(bytes);
        return header.readable() ? header : null;
    }

    /**
     * Hands every event that was flushed since the last call to {@code sink}: all of them, or none where reading fails.
     *
     * @return the header as of the newest flush, or null where there is nothing new
     */
    @org.jspecify.annotations.Nullable
    ChunkHeader readNew(Consumer<RecordedEvent> sink) throws IOException {
        ChunkHeader header = header(chunk);
        if (header == null || header.size() <= read) {
            return null;
        }
        extendView(header);
        List<RecordedEvent> events = new ArrayList<>();
        try (RecordingFile file = new RecordingFile(view)) {
            while (file.hasMoreEvents()) {
                events.add(file.readEvent());
            }
        }
        coverEvents(read, header.size());
        read = header.size();
        events.forEach(sink);
        return header;
    }

    private void extendView(ChunkHeader header) throws IOException {
        try (FileChannel from = FileChannel.open(chunk, StandardOpenOption.READ);
                FileChannel to = FileChannel.open(view, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            // Not copied: the next flush may have come since, and its header would promise more than is here.
            to.write(ByteBuffer.wrap(header.onDisk()), 0);
            copy(from, to, read, header.size());
        }
    }

    private static void copy(FileChannel from, FileChannel to, long start, long end) throws IOException {
        long at = start;
        to.position(start);
        while (at < end) {
            long n = from.transferTo(at, end - at, to);
            if (n <= 0) {
                throw new MalformedLogException("the chunk ends at " + at + " but its header says " + end);
            }
            at += n;
        }
    }

    /** Covers each run of events in {@code [start, end)} of the view that are neither metadata nor checkpoints. */
    private void coverEvents(long start, long end) throws IOException {
        try (FileChannel file = FileChannel.open(view, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            byte[] segment = new byte[Math.toIntExact(end - start)];
            ByteBuffer buffer = ByteBuffer.wrap(segment);
            while (buffer.hasRemaining() && file.read(buffer, start + buffer.position()) > 0) {}
            int runFrom = 0;
            int at = 0;
            while (at < segment.length) {
                EventFrame frame = EventFrame.read(segment, at, segment.length);
                if (frame == null || frame.size() < 2) {
                    throw new MalformedLogException("no event at " + (start + at) + " of " + chunk.getFileName());
                }
                int next = Math.toIntExact(at + frame.size());
                if (frame.type() == EventFrame.METADATA || frame.type() == EventFrame.CHECKPOINT) {
                    cover(file, start + runFrom, start + at);
                    runFrom = next;
                }
                at = next;
            }
            cover(file, start + runFrom, end);
        }
    }

    private static void cover(FileChannel file, long from, long to) throws IOException {
        if (from < to) {
            file.write(ByteBuffer.wrap(EventFrame.skipping(to - from)), from);
        }
    }

    @Override
    public void close() throws IOException {
        Files.deleteIfExists(view);
    }
}
