package dev.tricolor.dashboard.web;

import dev.tricolor.dashboard.results.RowRecord;
import dev.tricolor.dashboard.results.RunFolder;
import dev.tricolor.dashboard.results.RunHeader;
import dev.tricolor.dashboard.results.RunStore;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The runs on disk, each read again only when one of its files has changed. Thread-safe. */
final class KeptRuns {

    /**
     * A run as it was read.
     *
     * @param version changes whenever one of its files does
     */
    record Kept(String version, RunHeader header, List<RowRecord> rows) {}

    private final RunStore store;
    private final Map<String, Kept> kept = new ConcurrentHashMap<>();

    KeptRuns(RunStore store) {
        this.store = store;
    }

    /** Newest first. */
    List<Kept> all() throws IOException {
        List<Kept> all = new ArrayList<>();
        for (RunFolder folder : store.all()) {
            all.add(read(folder));
        }
        return all;
    }

    /** The run of that id; empty where there is none on disk. */
    Optional<Kept> find(String id) throws IOException {
        Optional<RunFolder> folder = store.find(id);
        return folder.isPresent() ? Optional.of(read(folder.get())) : Optional.empty();
    }

    /** Where it is; empty where there is no such run. */
    Optional<RunFolder> folder(String id) {
        return store.find(id);
    }

    private Kept read(RunFolder folder) throws IOException {
        String version = folder.version();
        Kept known = kept.get(folder.id());
        if (known == null || !known.version.equals(version)) {
            known = new Kept(version, folder.header(), folder.rows());
            kept.put(folder.id(), known);
        }
        return known;
    }

    /** The newest one's id; empty where there is none. */
    String newest() throws IOException {
        List<RunFolder> all = store.all();
        return all.isEmpty() ? "" : all.get(0).id();
    }
}
