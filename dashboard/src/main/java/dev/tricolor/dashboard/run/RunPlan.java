package dev.tricolor.dashboard.run;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/**
 * The rows of a run in the order in which they go. Invocations are interleaved (A B C, B C A, C A B) so that no collector
 * always goes first and a slow moment of the machine does not hit one of them alone.
 *
 * @param skipped collectors that some JDK lacks, in words
 */
public record RunPlan(List<Row> rows, List<String> skipped) {

    /** A workload with its own arguments. */
    public record Work(String workload, List<String> arguments) {}

    /**
     * Makes a plan.
     *
     * @param supported the collectors that a JDK has
     * @throws BadRunException where a collector is in none of the JDKs, or nothing is left to do
     */
    public static RunPlan of(
            List<Work> work,
            List<CollectorChoice> collectors,
            List<Jdk> jdks,
            List<HeapSize> heaps,
            int invocations,
            Function<Jdk, Set<CollectorChoice>> supported) {
        if (jdks.isEmpty()) {
            throw new BadRunException(
                    "no JDK " + Jdk.OLDEST + " or newer found", "install one, or give its folder with --jdk PATH");
        }
        if (invocations < 1) {
            throw new BadRunException("--repeat " + invocations + " is nothing to do", "give 1 or more");
        }
        List<String> skipped = missing(collectors, jdks, supported);
        List<Row> rows = new ArrayList<>();
        for (int invocation = 1; invocation <= invocations; invocation++) {
            for (Work w : work) {
                for (HeapSize heap : heaps) {
                    for (Jdk jdk : jdks) {
                        for (CollectorChoice c : rotated(inJdk(collectors, supported.apply(jdk)), invocation - 1)) {
                            rows.add(new Row(rows.size() + 1, w.workload(), w.arguments(), c, jdk, heap, invocation));
                        }
                    }
                }
            }
        }
        return new RunPlan(List.copyOf(rows), skipped);
    }

    private static List<CollectorChoice> inJdk(List<CollectorChoice> asked, Set<CollectorChoice> supported) {
        return asked.stream().filter(supported::contains).toList();
    }

    private static <T> List<T> rotated(List<T> list, int by) {
        List<T> turned = new ArrayList<>(list);
        java.util.Collections.rotate(turned, -by);
        return turned;
    }

    private static List<String> missing(
            List<CollectorChoice> collectors, List<Jdk> jdks, Function<Jdk, Set<CollectorChoice>> supported) {
        List<String> skipped = new ArrayList<>();
        for (CollectorChoice c : collectors) {
            List<Jdk> without =
                    jdks.stream().filter(j -> !supported.apply(j).contains(c)).toList();
            String names = String.join(", ", without.stream().map(Jdk::version).toList());
            if (without.size() == jdks.size()) {
                throw new BadRunException("JDK " + names + " has no " + c.id(), c.releases());
            }
            if (!without.isEmpty()) {
                skipped.add(c.id() + " on JDK " + names + ": " + c.releases());
            }
        }
        return List.copyOf(skipped);
    }
}
