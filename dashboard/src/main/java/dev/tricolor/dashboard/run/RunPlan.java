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

    /**
     * A heap for the JVMs, and the Go setups that run beside them.
     *
     * @param headroom which multiple of the smallest it is; null where a size was asked for
     */
    public record Heap(HeapSize size, @Nullable Double headroom, List<GoTarget> go) {
        public Heap(HeapSize size, @Nullable Double headroom) {
            this(size, headroom, List.of());
        }
    }

    /** A workload with its own arguments and the heaps that it gets. */
    public record Work(String workload, List<String> arguments, List<Heap> heaps) {}

    /** One of a round's setups, and whether it is the baseline's double. */
    private record Member(Target target, boolean control) {}

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
        boolean withGo = work.stream().flatMap(w -> w.heaps().stream()).anyMatch(h -> !h.go().isEmpty());
        if (jdks.isEmpty() && !withGo) {
            throw new BadRunException(
                    "no JDK " + Jdk.OLDEST + " or newer found", "install one, or give its folder with --jdk PATH");
        }
        if (invocations < 1) {
            throw new BadRunException("--repeat " + invocations + " is nothing to do", "give 1 or more");
        }
        List<String> skipped = missing(collectors, jdks, supported, wanted);
        List<Row> rows = new ArrayList<>();
        for (int invocation = 1; invocation <= invocations; invocation++) {
            for (Work w : work) {
                for (Heap heap : w.heaps()) {
                    List<Member> members = members(collectors, jdks, heap, control, supported, wanted);
                    for (Member m : rotated(members, invocation - 1)) {
                        rows.add(new Row(
                                rows.size() + 1,
                                w.workload(),
                                w.arguments(),
                                m.target(),
                                m.target() instanceof JvmTarget ? heap.headroom() : null,
                                invocation,
                                m.control()));
                    }
                }
            }
        }
        return new RunPlan(List.copyOf(rows), skipped);
    }

    private static List<Member> members(
            List<CollectorChoice> collectors,
            List<Jdk> jdks,
            Heap heap,
            @Nullable Baseline control,
            Function<Jdk, Set<CollectorChoice>> supported,
            BiPredicate<CollectorChoice, Jdk> wanted) {
        List<Member> members = new ArrayList<>();
        for (Jdk jdk : jdks) {
            for (CollectorChoice c : inJdk(collectors, supported.apply(jdk))) {
                if (wanted.test(c, jdk)) {
                    members.add(new Member(new JvmTarget(c, jdk, heap.size()), false));
                }
            }
        }
        heap.go().forEach(target -> members.add(new Member(target, false)));
        if (control != null) {
            members.stream()
                    .filter(m -> control.equals(baseline(m.target())))
                    .findFirst()
                    .ifPresent(m -> members.add(new Member(m.target(), true)));
        }
        return members;
    }

    /** A setup as the one that others are compared with. */
    static Baseline baseline(Target target) {
        return new Baseline(target.collector(), target.runtime(), target.tuning());
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
