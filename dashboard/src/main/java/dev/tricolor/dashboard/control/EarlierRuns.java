package dev.tricolor.dashboard.control;

import dev.tricolor.dashboard.results.PlannedRow;
import dev.tricolor.dashboard.results.RowRecord;
import dev.tricolor.dashboard.results.RunFolder;
import dev.tricolor.dashboard.results.RunHeader;
import dev.tricolor.dashboard.results.RunStore;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The runs on disk in a line each. What it read of a run it keeps until that run's results grow. Thread-safe. */
final class EarlierRuns {
    private static final Logger LOG = LoggerFactory.getLogger(EarlierRuns.class);

    private final RunStore store;
    private final Predicate<String> going;
    private final Map<String, Known> known = new ConcurrentHashMap<>();

    /** Of results that were so long. */
    private record Known(long bytes, Earlier run) {}

    /**
     * One run.
     *
     * @param started when
     * @param rows how many were planned
     * @param finished how many are
     * @param outcomes how many ended in which word
     * @param state {@code going}, {@code finished} or {@code cut off}
     */
    record Earlier(
            String id,
            Instant started,
            List<String> workloads,
            List<String> arguments,
            List<String> setups,
            List<Long> heapBytes,
            int rows,
            int finished,
            Map<String, Integer> outcomes,
            String state) {

        private Earlier in(String newState) {
            return new Earlier(
                    id, started, workloads, arguments, setups, heapBytes, rows, finished, outcomes, newState);
        }
    }

    EarlierRuns(RunStore store, Predicate<String> going) {
        this.store = store;
        this.going = going;
    }

    /** Newest first; one that cannot be read is left out and logged. */
    List<Earlier> all() throws IOException {
        List<Earlier> all = new ArrayList<>();
        for (RunFolder folder : store.all()) {
            try {
                Earlier run = of(folder);
                boolean cutOff = run.finished() < run.rows();
                all.add(run.in(going.test(run.id()) ? "going" : cutOff ? "cut off" : "finished"));
            } catch (IOException e) {
                LOG.warn("run {} cannot be read: {}", folder.id(), e.getMessage());
            }
        }
        return List.copyOf(all);
    }

    private Earlier of(RunFolder folder) throws IOException {
        long bytes = Files.exists(folder.results()) ? Files.size(folder.results()) : 0;
        Known before = known.get(folder.id());
        if (before != null && before.bytes() == bytes) {
            return before.run();
        }
        Earlier run = read(folder.header(), folder.rows());
        known.put(folder.id(), new Known(bytes, run));
        return run;
    }

    private static Earlier read(RunHeader header, List<RowRecord> rows) {
        Map<String, Integer> outcomes = new LinkedHashMap<>();
        rows.forEach(row -> outcomes.merge(row.outcome(), 1, Integer::sum));
        List<PlannedRow> planned = header.rows();
        return new Earlier(
                header.id(),
                Instant.parse(header.started()),
                planned.stream().map(PlannedRow::workload).distinct().toList(),
                planned.isEmpty() ? List.of() : planned.get(0).arguments(),
                planned.stream().map(r -> r.setup().label()).distinct().toList(),
                planned.stream()
                        .map(PlannedRow::heapBytes)
                        .filter(bytes -> bytes > 0)
                        .distinct()
                        .toList(),
                planned.size(),
                rows.size(),
                outcomes,
                "");
    }
}
