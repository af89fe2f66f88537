package dev.tricolor.agent;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordingFile;

/** The stream that the agent sends, made into a recording file as the dashboard does it: true headers put in. */
public final class JfrStream {

    private static final int HEADER = 68;
    private static final int MAGIC = 0x464c5200;

    private JfrStream() {}

    /**
     * A JFR file: each chunk with the newest of the headers that its flushes carry. Empty, which no reader of JFR takes,
     * while no flush has arrived as a whole.
     */
    public static byte[] file(byte[] stream) {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        ByteBuffer in = ByteBuffer.wrap(stream);
        int start = 0;
        while (start + HEADER <= stream.length) {
            if (in.getInt(start) != MAGIC || in.getLong(start + 8) != 0 || in.get(start + 64) != 1) {
                throw new AssertionError("no header of a stream at " + start);
            }
            int header = newestHeader(in, start + HEADER);
            if (header < 0) {
                break;
            }
            int size = (int) in.getLong(header + 8);
            file.write(stream, header, HEADER);
            file.write(stream, start + HEADER, size - HEADER);
            if (in.get(header + 64) != 0) {
                break; // still growing, so the last
            }
            start += size;
        }
        return file.toByteArray();
    }

    private static int newestHeader(ByteBuffer in, int firstEvent) {
        int newest = -1;
        in.position(firstEvent);
        while (in.hasRemaining()) {
            int at = in.position();
            int size = (int) number(in);
            if (size == 0 || at + size > in.limit()) {
                break; // the rest, or the rest of its size, has not arrived yet
            }
            long type = number(in);
            for (int i = at; type == 1 && i <= at + size - HEADER; i++) {
                if (in.getInt(i) == MAGIC) {
                    newest = i;
                }
            }
            in.position(at + size);
            if (newest >= 0 && in.get(newest + 64) == 0) {
                break;
            }
        }
        return newest;
    }

    private static long number(ByteBuffer in) {
        long n = 0;
        for (int shift = 0; ; shift += 7) {
            byte b = in.hasRemaining() ? in.get() : 0;
            n |= (long) (b & 0x7f) << shift;
            if (b >= 0) {
                return n;
            }
        }
    }

    /** How many events of each type a recording file holds. */
    public static Map<String, Long> counts(byte[] file) throws IOException {
        Path path = Files.createTempFile("tricolor", ".jfr");
        try {
            Files.write(path, file);
            return counts(path);
        } finally {
            Files.delete(path);
        }
    }

    public static Map<String, Long> counts(Path file) throws IOException {
        Map<String, Long> counts = new TreeMap<>();
        try (RecordingFile recording = new RecordingFile(file)) {
            while (recording.hasMoreEvents()) {
                RecordedEvent event = recording.readEvent();
                counts.merge(event.getEventType().getName(), 1L, Long::sum);
            }
        }
        return counts;
    }

    /** The events of one type in a recording file, in its order. */
    public static List<RecordedEvent> events(byte[] file, String type) throws IOException {
        Path path = Files.createTempFile("tricolor", ".jfr");
        try {
            Files.write(path, file);
            return RecordingFile.readAllEvents(path).stream()
                    .filter(e -> e.getEventType().getName().equals(type))
                    .toList();
        } finally {
            Files.delete(path);
        }
    }
}
