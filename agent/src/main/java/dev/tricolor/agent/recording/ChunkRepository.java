package dev.tricolor.agent.recording;

import dev.tricolor.agent.Nullable;
import java.io.File;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * JFR's folder of chunk files, seen from outside: which chunks wait behind the one being read.
 *
 * <p>The folder is the backlog: JFR drops the oldest chunks itself once the recording's maxsize is reached. Listed only
 * when the chunk being read is complete, when the JVM exits, or when reading starts again from the oldest.
 */
final class ChunkRepository {

    /** One chunk that waits. No record: what records can do is a third of a kilobyte each in the jar. */
    private static final class Waiting {
        final File file;
        final long startNanos;
        final long bytes;

        Waiting(File file, long startNanos, long bytes) {
            this.file = file;
            this.startNanos = startNanos;
            this.bytes = bytes;
        }
    }

    private final long recordingStart;
    /** More than one when {@code JFR.configure repositorypath=} has moved the repository. */
    private final List<File> folders = new ArrayList<>();

    private List<Waiting> waiting = new ArrayList<>();
    private long droppedBytes;

    ChunkRepository(long recordingStart) {
        this.recordingStart = recordingStart;
    }

    /** JFR's folder, known once a recording has been started. */
    static @Nullable File folder() {
        String path = System.getProperty("jdk.jfr.repository");
        return path == null || path.isEmpty() ? null : new File(path);
    }

    /** Looks for chunks that began after {@code startNanos}; what waited before and is gone now counts as dropped. */
    void list(long startNanos) {
        File current = folder();
        if (current != null && !folders.contains(current)) {
            folders.add(current);
        }
        List<Waiting> found = new ArrayList<>();
        for (File folder : folders) {
            String[] names = folder.list();
            for (String name : names == null ? new String[0] : names) {
                if (name.endsWith(".jfr")) {
                    consider(new File(folder, name), Math.max(startNanos + 1, recordingStart), found);
                }
            }
        }
        for (Waiting w : waiting) {
            if (w.startNanos > startNanos && !holds(found, w.startNanos)) {
                droppedBytes += w.bytes;
            }
        }
        waiting = found;
    }

    private static void consider(File file, long least, List<Waiting> found) {
        if (file.lastModified() + 2_000 < least / 1_000_000) {
            return; // completed before: spares opening what other recordings keep
        }
        try (ChunkFile chunk = ChunkFile.open(file)) {
            if (chunk.startNanos() >= least) {
                found.add(new Waiting(file, chunk.startNanos(), chunk.validBytes()));
            }
        } catch (IOException e) {
            // too young to have a header, or dropped meanwhile: the next listing tells
        }
    }

    private static boolean holds(List<Waiting> list, long startNanos) {
        for (Waiting w : list) {
            if (w.startNanos == startNanos) {
                return true;
            }
        }
        return false;
    }

    /** Opens the oldest waiting chunk; null when none waits. */
    @Nullable
    ChunkFile openOldest() {
        while (!waiting.isEmpty()) {
            Waiting oldest = waiting.get(0);
            for (Waiting w : waiting) {
                oldest = w.startNanos < oldest.startNanos ? w : oldest;
            }
            waiting.remove(oldest);
            try {
                return ChunkFile.open(oldest.file);
            } catch (IOException e) {
                droppedBytes += oldest.bytes;
            }
        }
        return null;
    }

    /** Bytes in the waiting chunks as last seen. */
    long waitingBytes() {
        long sum = 0;
        for (int i = 0; i < waiting.size(); i++) {
            sum += waiting.get(i).bytes;
        }
        return sum;
    }

    /** Bytes in those waiting chunks that began before {@code startNanos}. */
    long waitingBytesBefore(long startNanos) {
        long sum = 0;
        for (Waiting w : waiting) {
            sum += w.startNanos < startNanos ? w.bytes : 0;
        }
        return sum;
    }

    /** Bytes of chunks that were seen waiting and dropped before they could be read. */
    long droppedBytes() {
        return droppedBytes;
    }
}
