package dev.tricolor.workloads.report;

import dev.tricolor.workloads.spec.Check;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A check over all threads: whether it held in each, and what was found. */
public record Invariant(String name, boolean held, String detail) {
    /** Checks of the same name become one invariant. */
    public static List<Invariant> of(List<Check> checks) {
        Map<String, List<Check>> byName = new LinkedHashMap<>();
        for (Check check : checks) {
            byName.computeIfAbsent(check.name(), name -> new ArrayList<>()).add(check);
        }
        return byName.entrySet().stream()
                .map(entry -> of(entry.getKey(), entry.getValue()))
                .toList();
    }

    private static Invariant of(String name, List<Check> parts) {
        long expected = 0;
        long found = 0;
        for (Check part : parts) {
            if (!part.held()) {
                return new Invariant(name, false, "expected " + part.expected() + ", found " + part.found());
            }
            expected += part.expected();
            found += part.found();
        }
        return new Invariant(name, expected == found, "expected and found " + found);
    }
}
