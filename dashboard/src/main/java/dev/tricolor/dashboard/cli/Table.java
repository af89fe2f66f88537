package dev.tricolor.dashboard.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A table for people: numbers to the right, words to the left, what is not available as {@code n/a} with a footnote that
 * says why.
 *
 * <pre>
 * JDK  collector  cycles   pause max
 * 17   serial         12      4.3 ms
 * 17   epsilon   n/a [1]     n/a [1]
 *
 * [1] Epsilon never collects
 * </pre>
 */
final class Table {

    /** One column. */
    record Column(String title, boolean right) {}

    private final List<Column> columns = new ArrayList<>();
    private final List<List<String>> rows = new ArrayList<>();
    private final Map<String, Integer> notes = new LinkedHashMap<>();

    Table words(String... titles) {
        for (String title : titles) {
            columns.add(new Column(title, false));
        }
        return this;
    }

    Table numbers(String... titles) {
        for (String title : titles) {
            columns.add(new Column(title, true));
        }
        return this;
    }

    Table row(List<String> cells) {
        if (cells.size() != columns.size()) {
            throw new IllegalArgumentException(cells.size() + " cells in a table of " + columns.size() + " columns");
        }
        rows.add(List.copyOf(cells));
        return this;
    }

    /** A cell for what is not available, with its footnote. */
    String missing(String why) {
        int number = notes.computeIfAbsent(why, w -> notes.size() + 1);
        return "n/a [" + number + "]";
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        int[] widths = widths();
        line(text, columns.stream().map(Column::title).toList(), widths);
        rows.forEach(row -> line(text, row, widths));
        if (!notes.isEmpty()) {
            text.append('\n');
            notes.forEach((why, number) ->
                    text.append('[').append(number).append("] ").append(why).append('\n'));
        }
        return text.toString();
    }

    private int[] widths() {
        int[] widths = new int[columns.size()];
        for (int i = 0; i < widths.length; i++) {
            int column = i;
            widths[i] = Math.max(
                    columns.get(i).title().length(),
                    rows.stream().mapToInt(r -> r.get(column).length()).max().orElse(0));
        }
        return widths;
    }

    private void line(StringBuilder text, List<String> cells, int[] widths) {
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < widths.length; i++) {
            String pad = " ".repeat(widths[i] - cells.get(i).length());
            line.append(i == 0 ? "" : "  ");
            line.append(columns.get(i).right() ? pad + cells.get(i) : cells.get(i) + pad);
        }
        text.append(line.toString().stripTrailing()).append('\n');
    }
}
