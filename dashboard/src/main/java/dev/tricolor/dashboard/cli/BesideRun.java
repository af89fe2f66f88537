package dev.tricolor.dashboard.cli;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tricolor.dashboard.results.RowRecord;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * What is said and shown beside a run's rows once they have ended.
 *
 * @param more lines for under the table: what other runs there could be here
 * @param recorded whether recordings of Go take the place of Go, which this machine has not
 */
record BesideRun(List<String> more, boolean recorded) {

    /** Nothing. */
    static final BesideRun NOTHING = new BesideRun(List.of(), false);

    BesideRun {
        more = List.copyOf(more);
    }

    /**
     * What came of it.
     *
     * @param lines for under the table
     * @param elsewhere the sessions that were added
     */
    record Said(List<String> lines, List<RecordedGo.Added> elsewhere) {
        /** For programs. */
        void into(ObjectNode all) {
            lines.forEach(all.putArray("more")::add);
            elsewhere.forEach(added -> all.withArray("recordedElsewhere")
                    .add(JsonNodeFactory.instance
                            .objectNode()
                            .put("gogc", added.gogc())
                            .put("session", added.session())));
        }
    }

    /** Adds it to the run. */
    Said addTo(DashboardClient dashboard, String run, List<RowRecord> results)
            throws IOException, InterruptedException {
        List<String> lines = new ArrayList<>(more);
        if (!recorded || results.isEmpty()) {
            return new Said(lines, List.of());
        }
        RecordedGo shipped = RecordedGo.shipped();
        if (!results.stream()
                .allMatch(r -> shipped.isOf(r.row().workload(), r.row().arguments()))) {
            lines.add("no recorded Go runs of this work: there are those of the demo without --ops");
            return new Said(lines, List.of());
        }
        if (results.stream()
                .map(r -> r.resultOrMissing().path("checksum").asText(""))
                .anyMatch(c -> !c.isEmpty() && !c.equals(shipped.checksum()))) {
            lines.add("the recorded Go runs are not shown: their checksum " + shipped.checksum()
                    + " is another one, so they are of other work");
            return new Said(lines, List.of());
        }
        List<RecordedGo.Added> added = shipped.addTo(dashboard, run);
        lines.add("no Go here; on the page also " + shipped.words() + "; not compared with the rows above");
        return new Said(lines, added);
    }
}
