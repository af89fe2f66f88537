package dev.tricolor.dashboard.run;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tricolor.dashboard.results.PlannedRow;
import dev.tricolor.dashboard.results.RowRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Whether the rows of a run can be compared: the same work has the same checksum, and every invariant held.
 *
 * @param broken what is wrong, in words; empty where all is well
 * @param failed rows that could not be run, in words
 */
public record Verdict(List<String> broken, List<String> failed) {

    public static Verdict of(List<RowRecord> results) {
        List<String> broken = new ArrayList<>();
        List<String> failed = new ArrayList<>();
        Map<String, Set<String>> checksums = new TreeMap<>();
        for (RowRecord result : results) {
            String name = name(result);
            switch (Outcome.of(result.outcome())) {
                case OK -> {
                    if (result.row().fixedWork()) {
                        checksums
                                .computeIfAbsent(result.row().workload(), w -> new TreeSet<>())
                                .add(checksum(result));
                    }
                }
                case INVARIANT_BROKEN -> broken.add(name + ": " + brokenInvariants(result));
                case FAILED, TIMED_OUT -> failed.add(name + ": " + Outcome.words(result));
                case OUT_OF_MEMORY, KILLED, REFUSED, CANCELLED -> {
                    // a finding about the collector or the user's own wish: in the table, not an error of the run
                }
            }
        }
        checksums.forEach((workload, found) -> {
            if (found.size() > 1) {
                broken.add(workload + ": checksums differ, so the work was not the same: " + String.join(", ", found));
            }
        });
        return new Verdict(List.copyOf(broken), List.copyOf(failed));
    }

    /**
     * Why nothing was run at all.
     *
     * @throws BadRunException where the workload refused its arguments in every row
     */
    public static void refuseIfAllWere(List<RowRecord> results) {
        if (!results.isEmpty() && results.stream().allMatch(r -> Outcome.of(r.outcome()) == Outcome.REFUSED)) {
            throw new BadRunException(results.get(0).detail(), "");
        }
    }

    private static String name(RowRecord result) {
        PlannedRow row = result.row();
        return row.workload() + "-" + row.collector() + "-" + row.runtime()
                + (row.tuning().isEmpty() ? "" : "-" + row.tuning()) + (row.control() ? "-control" : "") + " ("
                + row.invocation() + ")";
    }

    private static String checksum(RowRecord result) {
        return result.resultOrMissing().path("checksum").asText("none");
    }

    private static String brokenInvariants(RowRecord result) {
        List<JsonNode> invariants = new ArrayList<>();
        result.resultOrMissing().path("invariants").forEach(invariants::add);
        return invariants.stream()
                .filter(invariant -> !invariant.path("held").asBoolean(true))
                .map(invariant -> invariant.path("name").asText() + " broken: "
                        + invariant.path("detail").asText())
                .collect(Collectors.joining("; "));
    }
}
