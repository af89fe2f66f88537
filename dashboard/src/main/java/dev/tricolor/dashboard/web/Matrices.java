package dev.tricolor.dashboard.web;

import dev.tricolor.dashboard.log.SessionLog;
import dev.tricolor.dashboard.results.RunHeader;
import dev.tricolor.dashboard.web.matrix.MatrixChoice;
import dev.tricolor.dashboard.web.matrix.MatrixView;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Runs on disk as the contrast page shows them, computed once for each state of their files. Thread-safe. */
final class Matrices {

    /** More views than this at once are thought to be of pages long gone. */
    private static final int MOST_KEPT = 32;

    /**
     * A view of a run.
     *
     * @param version changes whenever the run does
     */
    record Read(String version, MatrixView view) {}

    private record Key(String run, MatrixChoice part) {}

    private final Sessions sessions;
    private final KeptRuns runs;
    private final Map<Key, Read> kept = new ConcurrentHashMap<>();

    Matrices(Sessions sessions, KeptRuns runs) {
        this.sessions = sessions;
        this.runs = runs;
    }

    /** Of the run that is chosen; empty where that is none on disk, or one of single invocations. */
    Optional<Read> of(Choice choice, MatrixChoice part) throws IOException {
        if (!choice.ids().isEmpty()) {
            return Optional.empty();
        }
        String id = choice.run(sessions);
        Optional<KeptRuns.Kept> run = runs.find(id.isEmpty() ? runs.newest() : id);
        return run.isPresent() && MatrixView.suits(run.get().header())
                ? Optional.of(read(run.get(), part))
                : Optional.empty();
    }

    private Read read(KeptRuns.Kept run, MatrixChoice part) {
        RunHeader header = run.header();
        Key key = new Key(header.id(), part);
        Read known = kept.get(key);
        if (known == null || !known.version.equals(run.version())) {
            if (kept.size() >= MOST_KEPT) {
                kept.clear();
            }
            try {
                known = new Read(run.version(), MatrixView.of(header, run.rows(), part));
            } catch (IllegalArgumentException noSuchPart) {
                throw Problem.badRequest(String.valueOf(noSuchPart.getMessage()));
            }
            kept.put(key, known);
        }
        return known;
    }

    /** The sessions of its pictures that are still there, with their labels. */
    Map<SessionLog, String> pictures(MatrixView view) {
        Map<SessionLog, String> logs = new LinkedHashMap<>();
        view.pictures().forEach((id, label) -> sessions.find(id).ifPresent(log -> logs.put(log, label)));
        return logs;
    }

    /** All runs, on disk or in the labels of sessions, newest first. */
    List<String> runs() throws IOException {
        Set<String> all = new LinkedHashSet<>(Choice.runs(sessions));
        runs.all().forEach(r -> all.add(r.header().id()));
        return List.copyOf(all);
    }
}
