package dev.tricolor.dashboard.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tricolor.dashboard.results.GoTuning;
import dev.tricolor.dashboard.results.PlannedRow;
import dev.tricolor.dashboard.results.RowRecord;
import dev.tricolor.dashboard.run.Outcome;
import java.util.ArrayList;
import java.util.List;

/** The results of a run as a table for people and as JSON for programs. */
final class RunRows {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    /** A figure of a session's summary: its key in JSON, its column, and where it is. */
    private record Shown(String key, String title, String path) {}

    private static final List<Shown> FIGURES = List.of(
            new Shown("cycles", "cycles", "/cycles/count"),
            new Shown("pauses", "pauses", "/pauses/count"),
            new Shown("pauseSumNs", "pause sum", "/pauses/sum"),
            new Shown("pauseMaxNs", "pause max", "/pauses/max"),
            new Shown("stallSumNs", "stall sum", "/stalls/sum"),
            new Shown("gcCpuShare", "GC CPU", "/cpu/gcShare"),
            new Shown("peakRssBytes", "peak RSS", "/peakRss"));

    private RunRows() {}

    static String table(List<RowRecord> results, boolean withInvocations) {
        Table table = new Table().words("runtime", "collector");
        if (withInvocations) {
            table.words("workload").numbers("heap", "no.");
        }
        table.numbers("elapsed", "ops/s");
        FIGURES.forEach(figure -> table.numbers(figure.title()));
        table.words("checksum", "outcome");
        for (RowRecord result : results) {
            List<String> cells = new ArrayList<>();
            cells.add(result.row().runtime());
            GoTuning go = GoTuning.of(result.row().tuning());
            cells.add(result.row().collector()
                    + (go == null ? "" : " " + go.label())
                    + (result.row().control() ? " (control)" : ""));
            if (withInvocations) {
                cells.add(result.row().workload());
                cells.add(Units.heap(result.row().heapBytes()));
                cells.add(String.valueOf(result.row().invocation()));
            }
            JsonNode work = result.resultOrMissing();
            double elapsed = work.path("elapsedNs").asDouble(0);
            cells.add(elapsed > 0 ? Units.nanos(elapsed) : "-");
            cells.add(elapsed > 0 ? Units.rate(work.path("operations").asDouble() * 1e9 / elapsed) : "-");
            for (Shown figure : FIGURES) {
                cells.add(cell(table, figure, result));
            }
            cells.add(work.path("checksum").asText("-"));
            cells.add(Outcome.words(result));
            table.row(cells);
        }
        return table.toString();
    }

    private static String cell(Table table, Shown shown, RowRecord result) {
        return FigureText.of(figure(shown, result), table);
    }

    /** The figure, or one that says why there is none. */
    private static JsonNode figure(Shown shown, RowRecord result) {
        JsonNode found = result.summaryOrMissing().at(shown.path());
        if (found.has("value") || found.has("missing")) {
            return found;
        }
        return NODES.objectNode().put("missing", whyNone(result));
    }

    private static String whyNone(RowRecord result) {
        if (result.session() != null) {
            return "the dashboard does not tell it";
        }
        return switch (Outcome.of(result.outcome())) {
            case CANCELLED -> "ended before it was finished";
            case REFUSED -> "the workload refused to run";
            default -> "the child's agent did not reach the dashboard";
        };
    }

    static ObjectNode json(RowRecord result) {
        ObjectNode row = NODES.objectNode();
        PlannedRow planned = result.row();
        row.put("workload", planned.workload());
        row.put("collector", planned.collector());
        row.put("control", planned.control());
        row.put("jdk", planned.tuning().isEmpty() ? Integer.valueOf(planned.runtime()) : null);
        row.put("runtime", planned.runtime());
        row.put("version", planned.version());
        row.put("tuning", planned.tuning());
        row.put("heapBytes", planned.heapBytes());
        row.put("invocation", planned.invocation());
        row.put("outcome", result.outcome());
        row.put("detail", result.detail());
        row.put("tookNs", result.tookNs());
        JsonNode work = result.resultOrMissing();
        for (String key : List.of("operations", "checksum", "elapsedNs")) {
            row.set(key, work.path(key).isMissingNode() ? NODES.nullNode() : work.path(key));
        }
        ObjectNode missing = NODES.objectNode();
        for (Shown shown : FIGURES) {
            JsonNode figure = figure(shown, result);
            boolean known = figure.has("value");
            row.set(shown.key(), known ? figure.path("value") : NODES.nullNode());
            if (!known) {
                missing.set(shown.key(), figure.path("missing"));
            }
        }
        row.set("missing", missing);
        row.put("session", result.session());
        row.put("sessionEnded", result.sessionEnded());
        row.set("result", result.result());
        row.set("summary", result.summary());
        return row;
    }
}
