package dev.tricolor.dashboard.web.contrast;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One session's row of the table, its cells by column id.
 *
 * @param elsewhere on which other machine it was recorded, and when, in words; empty for this one
 */
public record Row(
        String session,
        String name,
        String label,
        String elsewhere,
        String collector,
        String colour,
        long jdk,
        String state,
        Map<String, Cell> cells) {

    /**
     * A row for each session, with the best and the worst of each column marked; a worst that several share is none. What
     * was recorded elsewhere is neither.
     */
    static List<Row> of(List<Subject> subjects) {
        List<Map<String, Cell>> cells = new ArrayList<>();
        for (Subject s : subjects) {
            Map<String, Cell> row = new LinkedHashMap<>();
            Columns.ALL.forEach(c -> row.put(c.id(), cell(c, s)));
            cells.add(row);
        }
        Columns.ALL.forEach(c -> mark(c, cells));
        List<Row> rows = new ArrayList<>();
        for (int i = 0; i < subjects.size(); i++) {
            Subject s = subjects.get(i);
            rows.add(new Row(
                    s.key(),
                    s.name(),
                    s.label(),
                    s.elsewhere(),
                    s.collector().id(),
                    s.collector().colour(),
                    s.timeline().runtime().jdk().orElse(0),
                    s.state(),
                    cells.get(i)));
        }
        return rows;
    }

    private static Cell cell(Column column, Subject s) {
        Cell cell = column.cell().apply(s);
        return s.compares() ? cell : cell.withoutRank();
    }

    private static void mark(Column column, List<Map<String, Cell>> rows) {
        List<Double> ranks = rows.stream()
                .map(r -> cell(r, column).rank())
                .filter(r -> !r.isNaN())
                .sorted(Comparator.naturalOrder())
                .toList();
        if (column.better() == Column.Better.NEITHER || ranks.size() < 2) {
            return;
        }
        double low = ranks.get(0);
        double high = ranks.get(ranks.size() - 1);
        if (low == high) {
            return;
        }
        boolean oneLowest = ranks.get(1) > low;
        boolean oneHighest = ranks.get(ranks.size() - 2) < high;
        boolean lowIsBest = column.better() == Column.Better.LOW;
        for (Map<String, Cell> row : rows) {
            Cell c = cell(row, column);
            if (c.rank() == low && (lowIsBest || oneLowest)) {
                row.put(column.id(), c.marked(lowIsBest ? "best" : "worst"));
            } else if (c.rank() == high && (!lowIsBest || oneHighest)) {
                row.put(column.id(), c.marked(lowIsBest ? "worst" : "best"));
            }
        }
    }

    private static Cell cell(Map<String, Cell> row, Column column) {
        return row.getOrDefault(column.id(), Cell.missing("no such column"));
    }
}
