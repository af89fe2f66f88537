package dev.tricolor.dashboard.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tricolor.dashboard.run.RowResult;
import dev.tricolor.dashboard.run.SessionSource;
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

    static String table(List<RowResult> results, boolean withInvocations) {
        Table table = new Table().words("JDK", "collector");
        if (withInvocations) {
            table.words("workload").numbers("heap", "no.");
        }
        table.numbers("elapsed", "ops/s");
        FIGURES.forEach(figure -> table.numbers(figure.title()));
        table.words("checksum", "outcome");
        for (RowResult result : results) {
            List<String> cells = new ArrayList<>();
            cells.add(String.valueOf(result.row().jdk().feature()));
            cells.add(result.row().collector().id());
            if (withInvocations) {
                cells.add(result.row().workload());
                cells.add(result.row().heap().toString());
                cells.add(String.valueOf(result.row().invocation()));
            }
            JsonNode work = result.child().result().orElse(MissingNode.getInstance());
            double elapsed = work.path("elapsedNs").asDouble(0);
            cells.add(elapsed > 0 ? Units.nanos(elapsed) : "-");
            cells.add(elapsed > 0 ? Units.rate(work.path("operations").asDouble() * 1e9 / elapsed) : "-");
            for (Shown figure : FIGURES) {
                cells.add(cell(table, figure, result));
            }
            cells.add(work.path("checksum").asText("-"));
            cells.add(result.child().words());
            table.row(cells);
        }
        return table.toString();
    }

    private static String cell(Table table, Shown shown, RowResult result) {
        return FigureText.of(figure(shown, result), table);
    }

    /** The figure, or one that says why there is none. */
    private static JsonNode figure(Shown shown, RowResult result) {
        JsonNode found = result.session()
                .map(session -> session.summary().at(shown.path()))
                .orElse(MissingNode.getInstance());
        if (found.has("value") || found.has("missing")) {
            return found;
        }
        return NODES.objectNode().put("missing", whyNone(result));
    }

    private static String whyNone(RowResult result) {
        if (result.session().isPresent()) {
            return "the dashboard does not tell it";
        }
        return switch (result.child().outcome()) {
            case CANCELLED -> "ended before it was finished";
            case REFUSED -> "the workload refused to run";
            default -> "the child's agent did not reach the dashboard";
        };
    }

    static ObjectNode json(RowResult result) {
        ObjectNode row = NODES.objectNode();
        row.put("workload", result.row().workload());
        row.put("collector", result.row().collector().id());
        row.put("jdk", result.row().jdk().feature());
        row.put("jdkVersion", result.row().jdk().version());
        row.put("heapBytes", result.row().heap().bytes());
        row.put("invocation", result.row().invocation());
        row.put("outcome", result.child().outcome().word());
        row.put("detail", result.child().detail());
        row.put("tookNs", result.child().took().toNanos());
        JsonNode work = result.child().result().orElse(NODES.nullNode());
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
        row.put("session", result.session().map(s -> s.id().toString()).orElse(null));
        row.put(
                "sessionEnded",
                result.session().map(SessionSource.Observed::ended).orElse(false));
        row.set("result", work);
        row.set("summary", result.session().map(SessionSource.Observed::summary).orElse(NODES.nullNode()));
        return row;
    }
}
