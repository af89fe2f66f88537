package dev.tricolor.dashboard;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import jdk.jfr.Recording;
import jdk.jfr.consumer.RecordingFile;

/** A real recording of this JVM, made once: several flushes in each of several chunks, with collections in them. */
public final class RealRecording {

    private static byte[] bytes;
    private static final List<Object> KEPT = new ArrayList<>();

    private RealRecording() {}

    /** The recording's bytes: chunks one after another, as {@code dump} writes them. */
    public static synchronized byte[] bytes() throws Exception {
        if (bytes == null) {
            bytes = record();
        }
        return bytes.clone();
    }

    private static byte[] record() throws IOException, InterruptedException {
        try (Recording first = new Recording()) {
            first.enable("jdk.GCPhasePause").withThreshold(Duration.ZERO);
            first.enable("jdk.GarbageCollection").withThreshold(Duration.ZERO);
            first.enable("jdk.GCHeapSummary");
            first.enable("jdk.ObjectAllocationSample").with("throttle", "1000/s");
            first.enable("jdk.ThreadCPULoad").withPeriod(Duration.ofMillis(100));
            first.enable("jdk.GCHeapConfiguration").with("period", "beginChunk");
            first.start();
            for (int chunk = 0; chunk < 3; chunk++) {
                allocateUntilFlushed();
                try (Recording rotates = new Recording()) {
                    rotates.start(); // a recording that starts makes the JVM begin a new chunk
                }
            }
            Path file = Files.createTempFile("tricolor", ".jfr");
            first.dump(file);
            try {
                return Files.readAllBytes(file);
            } finally {
                Files.delete(file);
            }
        }
    }

    /** JFR flushes about once a second; two flushes need work for a little over two seconds. */
    private static void allocateUntilFlushed() {
        long end = System.nanoTime() + Duration.ofMillis(2300).toNanos();
        while (System.nanoTime() < end) {
            KEPT.add(new byte[1 << 16]);
            if (KEPT.size() > 100) {
                KEPT.clear();
                System.gc();
            }
        }
    }

    /** The chunks of a recording, each as its own bytes. */
    public static List<byte[]> chunks(byte[] recording) {
        List<byte[]> chunks = new ArrayList<>();
        int at = 0;
        while (at < recording.length) {
            int size = Math.toIntExact(ByteBuffer.wrap(recording).getLong(at + 8));
            chunks.add(Arrays.copyOfRange(recording, at, at + size));
            at += size;
        }
        return chunks;
    }

    /** What the agent sends for a recording: each chunk with the header's moving parts zeroed and its state 1. */
    public static byte[] asSent(byte[] recording) {
        byte[] sent = recording.clone();
        int at = 0;
        while (at < sent.length) {
            ByteBuffer header = ByteBuffer.wrap(sent, at, 68).slice();
            int size = Math.toIntExact(header.getLong(8));
            header.putLong(8, 0).putLong(16, 0).putLong(24, 0).putLong(40, 0).put(64, (byte) 1);
            at += size;
        }
        return sent;
    }

    /** Events by type, read by the JDK's own parser. */
    public static Map<String, Long> counts(Path... files) throws IOException {
        Map<String, Long> counts = new TreeMap<>();
        for (Path f : files) {
            try (RecordingFile r = new RecordingFile(f)) {
                while (r.hasMoreEvents()) {
                    counts.merge(r.readEvent().getEventType().getName(), 1L, Long::sum);
                }
            }
        }
        return counts;
    }
}
