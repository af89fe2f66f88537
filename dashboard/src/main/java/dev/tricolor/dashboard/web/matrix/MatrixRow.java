package dev.tricolor.dashboard.web.matrix;

import dev.tricolor.dashboard.evidence.SetupEvidence;
import dev.tricolor.dashboard.results.Setup;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One setup's row of the table, its cells by column id.
 *
 * @param key names it within the run
 * @param line what it shares with the same setup in other heaps, such as {@code g1-17}
 * @param headroom the heap as a multiple of the smallest under G1; null where that is not known
 * @param outcomes of its invocations in words; empty while none is finished
 * @param session the invocation that stands for it in the pictures; null without one
 * @param invocations the sessions of all of them
 * @param steady whether it ran at one speed, in words; may be empty
 */
public record MatrixRow(
        String key,
        String line,
        String label,
        String collector,
        String colour,
        long heapBytes,
        @Nullable Double headroom,
        boolean control,
        boolean baseline,
        int planned,
        int finished,
        int ok,
        String outcomes,
        String steady,
        @Nullable String session,
        List<String> invocations,
        Map<String, MatrixCell> cells) {

    /** A row for each setup, the best and the worst of each column marked among those with the same heap. */
    static List<MatrixRow> of(
            List<MatrixColumn> columns, List<SetupEvidence> setups, Map<String, Optional<String>> representatives) {
        List<Map<String, MatrixCell>> cells = new ArrayList<>();
        for (SetupEvidence s : setups) {
            Map<String, MatrixCell> row = new LinkedHashMap<>();
            columns.forEach(c -> row.put(c.id(), c.cell().apply(s)));
            cells.add(row);
        }
        columns.forEach(c -> mark(c, setups, cells));
        List<MatrixRow> rows = new ArrayList<>();
        for (int i = 0; i < setups.size(); i++) {
            SetupEvidence s = setups.get(i);
            rows.add(new MatrixRow(
                    s.key(),
                    s.setup().line(),
                    Names.label(s.setup()),
                    s.setup().collector(),
                    Names.collector(s.setup()).colour(),
                    s.setup().heapBytes(),
                    s.headroom().optional().orElse(null),
                    s.setup().control(),
                    s.baseline(),
                    s.planned(),
                    s.finished(),
                    s.ok(),
                    s.outcomes(),
                    s.steady().optional().map(state -> state.words()).orElse(""),
                    representatives.getOrDefault(s.key(), Optional.empty()).orElse(null),
                    s.sessions(),
                    cells.get(i)));
        }
        return rows;
    }

    /**
     * The control is no setup of its own: it is not marked, and nothing is compared with it. What has no heap of its own is
     * compared with the others where there is one heap only.
     */
    private static void mark(MatrixColumn column, List<SetupEvidence> setups, List<Map<String, MatrixCell>> cells) {
        Map<String, List<Integer>> comparable = new LinkedHashMap<>();
        boolean oneHeap = setups.stream()
                        .map(s -> s.setup().heapBytes())
                        .filter(bytes -> bytes > 0)
                        .distinct()
                        .count()
                <= 1;
        for (int i = 0; i < setups.size(); i++) {
            Setup s = setups.get(i).setup();
            if (!s.control()) {
                String group = (oneHeap ? "" : s.heapBytes()) + (column.withinRuntime() ? " " + Names.runtime(s) : "");
                comparable.computeIfAbsent(group, g -> new ArrayList<>()).add(i);
            }
        }
        for (List<Integer> group : comparable.values()) {
            List<MatrixCell> each =
                    group.stream().map(i -> cell(cells.get(i), column)).toList();
            List<String> marks = Marks.of(each.stream().map(MatrixCell::bounds).toList(), column.better());
            for (int k = 0; k < group.size(); k++) {
                cells.get(group.get(k)).put(column.id(), each.get(k).marked(marks.get(k)));
            }
        }
    }

    private static MatrixCell cell(Map<String, MatrixCell> row, MatrixColumn column) {
        return row.getOrDefault(column.id(), MatrixCell.missing("no such column"));
    }
}
