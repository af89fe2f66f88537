package dev.tricolor.agent.recording;

import dev.tricolor.agent.Nullable;
import java.io.File;
import java.io.IOException;

/**
 * Keeps the recording off a disk that is full or can't be written.
 *
 * <p>Why: the JVM ends itself ("irrecoverable error in Jfr") when a chunk can't be written, and aborts when a chunk file
 * can't be created (measured on 17 and 25). So no recording starts with less than {@code minFree} bytes free, and one
 * that runs is stopped below half of that, which leaves room for completing its last chunk. The look is once a second:
 * who fills the other half within a second is faster than the guard.
 */
public final class DiskGuard {

    private final long minFree;
    private @Nullable File watched;
    private int looks;

    public DiskGuard(long minFree) {
        this.minFree = minFree;
    }

    /** Why no recording can start, as a line for people; null when it can. */
    public @Nullable String refusal() {
        File folder = folder();
        File probe =
                new File(folder, "tricolor-probe-" + ProcessHandle.current().pid());
        try {
            if (!probe.createNewFile()) {
                throw new IOException("file exists");
            }
        } catch (IOException e) {
            return "temp folder " + folder + " can't be written (" + e.getMessage()
                    + "); set -Djava.io.tmpdir= to one that can";
        } finally {
            boolean gone = probe.delete();
            assert gone || !probe.exists();
        }
        long free = folder.getUsableSpace();
        return free >= minFree
                ? null
                : "temp folder " + folder + " has " + (free >> 20) + " MB free and recording needs " + (minFree >> 20)
                        + " MB; free some, set -Djava.io.tmpdir= to another, or lower minfree=";
    }

    /** Why the running recording must stop; null when it may go on. */
    public @Nullable String alarm() {
        File folder = watched;
        if (folder == null || looks++ % 10 == 0) {
            folder = folder();
            watched = folder;
            if (!folder.canWrite()) {
                return "temp folder not writable";
            }
        }
        return folder.getUsableSpace() < minFree / 2 ? "disk nearly full" : null;
    }

    private static File folder() {
        File repository = ChunkRepository.folder();
        if (repository != null && repository.isDirectory()) {
            return repository;
        }
        return new File(System.getProperty("java.io.tmpdir", "."));
    }
}
