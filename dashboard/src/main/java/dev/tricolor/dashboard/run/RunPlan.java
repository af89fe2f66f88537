package dev.tricolor.dashboard.run;

import dev.tricolor.dashboard.results.RunHeader.Baseline;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The rows of a run in the order in which they go. Invocations are interleaved (A B C, B C A, C A B) so that no collector
 * always goes first and a slow moment of the machine does not hit one of them alone.
 *
 * @param skipped collectors that some JDK lacks, in words
 */
public record RunPlan(List<Row> rows, List<String> skipped) {

    /** A heap, and which multiple of the smallest it is; null where a size was asked for. */
    public record Heap(HeapSize size, @Nullable Double headroom) {}

    /** A workload with its own arguments and the heaps that it gets. */
    public record Work(String workload, List<String> arguments, List<Heap> heaps) {}

    /** Which of the collectors and JDKs, and whether as the baseline's double. */
    private record Setup(Jdk jdk, CollectorChoice collector, boolean control) {}

    /**
     * Makes a plan.
     *
     * @param control the setup that runs twice in each round; null for none
     * @param supported the collectors that a JDK has
     * @param wanted which of them were asked for there
     * @throws BadRunException where a collector is in none of the JDKs, or nothing is left to do
     */
    public static RunPlan of(
            List<Work> work,
            List<CollectorChoice> collectors,
            List<Jdk> jdks,
            int invocations,
            @Nullable Baseline control,
            Function<Jdk, Set<CollectorChoice>> supported,
            BiPredicate<CollectorChoice, Jdk> wanted) {
        if (jdks.isEmpty()) {
            throw new BadRunException(
                    "no JDK " + Jdk.OLDEST + " or newer found", "install one, or give its folder with --jdk PATH");
        }
        if (invocations < 1) {
            throw new BadRunException("--repeat " + invocations + " is nothing to do", "give 1 or more");
        }
        List<String> skipped = missing(collectors, jdks, supported, wanted);
        List<Setup> setups = setups(collectors, jdks, control, supported, wanted);
        List<Row> rows = new ArrayList<>();
        for (int invocation = 1; invocation <= invocations; invocation++) {
            for (Work w : work) {
                for (Heap heap : w.heaps()) {
                    for (Setup s : rotated(setups, invocation - 1)) {
                        rows.add(new Row(
                                rows.size() + 1,
                                w.workload(),
                                w.arguments(),
                                s.collector(),
                                s.jdk(),
                                heap.size(),
                                heap.headroom(),
                                invocation,
                                s.control()));
                    }
                }
            }
        }
        return new RunPlan(List.copyOf(rows), skipped);
    }

    private static List<Setup> setups(
            List<CollectorChoice> collectors,
            List<Jdk> jdks,
            @Nullable Baseline control,
            Function<Jdk, Set<CollectorChoice>> supported,
            BiPredicate<CollectorChoice, Jdk> wanted) {
        List<Setup> setups = new ArrayList<>();
        for (Jdk jdk : jdks) {
            for (CollectorChoice c : inJdk(collectors, supported.apply(jdk))) {
                if (wanted.test(c, jdk)) {
                    setups.add(new Setup(jdk, c, false));
                }
            }
        }
        if (control != null) {
            setups.stream()
                    .filter(s -> s.collector().id().equals(control.collector())
                            && s.jdk().feature() == control.jdk())
                    .findFirst()
                    .ifPresent(s -> setups.add(new Setup(s.jdk(), s.collector(), true)));
        }
        return setups;
    }

    private static List<CollectorChoice> inJdk(List<CollectorChoice> asked, Set<CollectorChoice> supported) {
        return asked.stream().filter(supported::contains).toList();
    }

    private static <T> List<T> rotated(List<T> list, int by) {
        List<T> turned = new ArrayList<>(list);
        Collections.rotate(turned, -by);
        return turned;
    }

    private static List<String> missing(
            List<CollectorChoice> collectors,
            List<Jdk> all,
            Function<Jdk, Set<CollectorChoice>> supported,
            BiPredicate<CollectorChoice, Jdk> wanted) {
        List<String> skipped = new ArrayList<>();
        for (CollectorChoice c : collectors) {
            List<Jdk> jdks = all.stream().filter(j -> wanted.test(c, j)).toList();
            List<Jdk> without =
                    jdks.stream().filter(j -> !supported.apply(j).contains(c)).toList();
            String names = String.join(", ", without.stream().map(Jdk::version).toList());
            if (without.size() == jdks.size()) {
                throw new BadRunException("JDK " + names + " has no " + c.id(), c.releases(), "collectors");
            }
            if (!without.isEmpty()) {
                skipped.add(c.id() + " on JDK " + names + ": " + c.releases());
            }
        }
        return List.copyOf(skipped);
    }
}
