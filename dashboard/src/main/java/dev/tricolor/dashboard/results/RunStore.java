package dev.tricolor.dashboard.results;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** All runs of a data folder. Holds nothing itself: each call reads the folder. Thread-safe. */
public final class RunStore {
    private static final String ID = "[A-Za-z0-9][A-Za-z0-9._-]{0,63}";

    private final Path runs;

    /** Over {@code runs} of a data folder; it may not exist yet. */
    public RunStore(Path dataFolder) {
        runs = dataFolder.resolve("runs");
    }

    /** A folder for a new run; its header is not written yet. */
    public RunFolder folder(String id) {
        if (!id.matches(ID)) {
            throw new IllegalArgumentException("no id of a run: " + id);
        }
        return new RunFolder(runs.resolve(id));
    }

    /** The run of that id; empty where there is none. */
    public Optional<RunFolder> find(String id) {
        return id.matches(ID) ? Optional.of(folder(id)).filter(RunFolder::exists) : Optional.empty();
    }

    /** Deletes a run's plan and results; its sessions are not here. */
    public void delete(RunFolder run) throws IOException {
        Path folder = runs.resolve(run.id());
        try (Stream<Path> files = Files.list(folder)) {
            // without its header it is no run any more, wherever this is cut off
            for (Path file : files.sorted(Comparator.comparing(f -> !f.endsWith(RunFolder.HEADER)))
                    .toList()) {
                Files.delete(file);
            }
        }
        Files.delete(folder);
    }

    /** Newest first. */
    public List<RunFolder> all() throws IOException {
        if (!Files.isDirectory(runs)) {
            return List.of();
        }
        try (Stream<Path> folders = Files.list(runs)) {
            return folders.map(RunFolder::new)
                    .filter(RunFolder::exists)
                    .sorted(Comparator.comparing(RunFolder::id).reversed())
                    .toList();
        }
    }
}
