package dev.tricolor.dashboard.evidence;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tricolor.dashboard.results.PlannedRow;
import dev.tricolor.dashboard.results.RowRecord;
import dev.tricolor.dashboard.results.RunHeader;
import java.util.ArrayList;
import java.util.List;

/** Rows with numbers of one's own, to work out by hand what they say. */
final class Rows {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final List<PlannedRow> planned = new ArrayList<>();
    private final List<RowRecord> finished = new ArrayList<>();

    private PlannedRow plan(String collector, int jdk, int heap, int invocation, boolean control) {
        PlannedRow row = new PlannedRow(
                planned.size() + 1,
                "churn",
                List.of("--ops=1m"),
                collector,
                String.valueOf(jdk),
                jdk + ".0.1",
                "jdk",
                "",
                (long) heap << 20,
                null,
                invocation,
                control);
        planned.add(row);
        return row;
    }

    /** A row that ran: ns of elapsed and stopped time, of process and GC CPU. */
    Rows ran(String collector, int jdk, int heap, int invocation, long elapsed, long stopped, long cpu, long gcCpu) {
        return ran(plan(collector, jdk, heap, invocation, false), elapsed, stopped, cpu, gcCpu);
    }

    Rows control(String collector, int jdk, int heap, int invocation, long elapsed) {
        return ran(plan(collector, jdk, heap, invocation, true), elapsed, 0, elapsed, 0);
    }

    private Rows ran(PlannedRow row, long elapsed, long stopped, long cpu, long gcCpu) {
        ObjectNode result = JSON.createObjectNode();
        result.put("operations", 1000).put("elapsedNs", elapsed).put("processCpuNs", cpu);
        result.put("checksum", "abc");
        ObjectNode summary = JSON.createObjectNode();
        figure(summary.putObject("pauses").putObject("sum"), stopped);
        figure(summary.putObject("cpu").putObject("gc"), gcCpu);
        finished.add(record(row, "ok", result, summary));
        return this;
    }

    Rows died(String collector, int jdk, int heap, int invocation, String outcome) {
        finished.add(record(plan(collector, jdk, heap, invocation, false), outcome, null, null));
        return this;
    }

    private static void figure(ObjectNode node, long value) {
        node.put("value", value).put("unit", "ns").put("instrument", "by hand");
    }

    private static RowRecord record(PlannedRow row, String outcome, JsonNode result, JsonNode summary) {
        return new RowRecord(row, outcome, "", 1, "2026-11-24T17:00:00Z", "s" + row.number(), true, result, summary);
    }

    RunEvidence evidence() {
        RunHeader header = new RunHeader(
                "r",
                "2026-11-24T17:00:00Z",
                "0",
                "",
                "",
                15,
                new RunHeader.Baseline("g1", "17", ""),
                planned,
                List.of(),
                List.of());
        return RunEvidence.of(header, finished);
    }

    /** A result whose slices took so long. */
    static RowRecord sliced(double... slices) {
        ObjectNode result = JSON.createObjectNode();
        ArrayNode array = result.putArray("sliceNs");
        for (double s : slices) {
            array.add(s);
        }
        PlannedRow row = new Rows().plan("g1", 17, 64, 1, false);
        return record(row, "ok", result, null);
    }
}
