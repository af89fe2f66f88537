package dev.tricolor.dashboard.evidence;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tricolor.dashboard.results.PlannedRow;
import dev.tricolor.dashboard.results.RowRecord;
import dev.tricolor.dashboard.results.RunHeader;
import dev.tricolor.dashboard.results.SmallestHeap;
import java.util.ArrayList;
import java.util.List;

/** Rows with numbers of one's own, to work out by hand what they say. */
public final class Rows {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final List<PlannedRow> planned = new ArrayList<>();
    private final List<RowRecord> finished = new ArrayList<>();
    private final List<SmallestHeap> smallest = new ArrayList<>();

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
    public Rows ran(
            String collector, int jdk, int heap, int invocation, long elapsed, long stopped, long cpu, long gcCpu) {
        return ran(plan(collector, jdk, heap, invocation, false), elapsed, stopped, cpu, gcCpu);
    }

    public Rows control(String collector, int jdk, int heap, int invocation, long elapsed) {
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

    /** A row that is planned and has not run. */
    public Rows waiting(String collector, int jdk, int heap, int invocation) {
        plan(collector, jdk, heap, invocation, false);
        return this;
    }

    public Rows died(String collector, int jdk, int heap, int invocation, String outcome) {
        finished.add(record(plan(collector, jdk, heap, invocation, false), outcome, null, null));
        return this;
    }

    private static void figure(ObjectNode node, long value) {
        node.put("value", value).put("unit", "ns").put("instrument", "by hand");
    }

    private static RowRecord record(PlannedRow row, String outcome, JsonNode result, JsonNode summary) {
        return new RowRecord(row, outcome, "", 1, "2026-11-24T17:00:00Z", "s" + row.number(), true, result, summary);
    }

    /** The smallest heap that the work completes in under G1, MiB. */
    public Rows smallest(int heap) {
        smallest.add(new SmallestHeap("churn", List.of("--ops=1m"), "g1", 17, "17.0.1", (long) heap << 20, 7));
        return this;
    }

    public List<RowRecord> finished() {
        return finished;
    }

    public RunEvidence evidence() {
        return RunEvidence.of(header(), finished);
    }

    public RunHeader header() {
        return new RunHeader(
                "r",
                "2026-11-24T17:00:00Z",
                "0",
                "",
                "",
                15,
                new RunHeader.Baseline("g1", "17", ""),
                planned,
                List.of(),
                smallest);
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
