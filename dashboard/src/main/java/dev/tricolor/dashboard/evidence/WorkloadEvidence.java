package dev.tricolor.dashboard.evidence;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tricolor.dashboard.results.RunHeader;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * What holds for all setups of one workload.
 *
 * @param arguments the workload's own
 * @param checksums of all successful invocations; one where all did the same work
 * @param notes what a reader must know before believing the numbers, in words
 */
public record WorkloadEvidence(String workload, List<String> arguments, Set<String> checksums, List<String> notes) {

    static WorkloadEvidence of(String workload, RunHeader header, List<Invocations> setups) {
        Set<String> checksums = setups.stream()
                .flatMap(i -> i.ok().stream())
                .map(row -> row.resultOrMissing().path("checksum"))
                .filter(JsonNode::isTextual)
                .map(JsonNode::asText)
                .collect(Collectors.toCollection(TreeSet::new));
        List<String> arguments = header.rows().stream()
                .filter(r -> r.workload().equals(workload))
                .findFirst()
                .map(r -> r.arguments())
                .orElse(List.of());
        return new WorkloadEvidence(workload, arguments, checksums, notes(setups, checksums));
    }

    private static List<String> notes(List<Invocations> setups, Set<String> checksums) {
        List<String> notes = new ArrayList<>();
        if (checksums.size() > 1) {
            notes.add("checksums differ, so the work was not the same: " + String.join(", ", checksums));
        }
        int fewest = setups.stream()
                .mapToInt(i -> i.ok().size())
                .filter(n -> n > 0)
                .min()
                .orElse(0);
        if (fewest == 1) {
            notes.add("a single invocation: no interval, so nothing can be said of noise (--repeat 5)");
        } else if (fewest > 0 && fewest < RunEvidence.FEWEST_INVOCATIONS) {
            notes.add("fewer than " + RunEvidence.FEWEST_INVOCATIONS + " invocations: intervals are wide (--repeat 5)");
        }
        for (String simple : List.of("serial", "parallel")) {
            if (setups.stream().noneMatch(i -> i.setup().collector().equals(simple) && !i.ok().isEmpty())) {
                notes.add(
                        "without " + simple + " the lower bound overhead may have no cheap collector to distill from");
            }
        }
        return List.copyOf(notes);
    }
}
