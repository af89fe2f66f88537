package dev.tricolor.dashboard.analysis;

import dev.tricolor.dashboard.analysis.CyclePart.Role;
import dev.tricolor.dashboard.gc.Collector;
import dev.tricolor.dashboard.gc.Cycle;
import dev.tricolor.dashboard.gc.Interval;
import dev.tricolor.dashboard.gc.Timeline;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The collection that stands for all of its kind in a timeline: a real one, the one of median duration, with everything
 * that happened in it.
 *
 * <p>Kinds: each that occurred. Full collections stand for Serial and Parallel; for the other collectors they are the
 * exception, and are taken only where nothing else occurred. Of a kind, those count that lie whole in a covered stretch of the
 * timeline, since of others a pause may be missing. They are sorted by the duration from start to end that the runtime gives
 * (of equal ones the earlier first), and of n the (n + 1) / 2-th, rounded down, is taken: the middle one, of two the shorter.
 *
 * @param extent what is drawn: see {@link CycleParts}
 * @param parts as {@link CycleParts} lists them
 * @param stalledNs thread-nanoseconds held up within the extent
 * @param count how many collections of this kind lie whole in the timeline
 * @param shortestNs the shortest of them, from start to end
 * @param longestNs the longest of them
 */
public record TypicalCycle(
        Cycle cycle,
        Interval extent,
        List<CyclePart> parts,
        long stalledNs,
        long count,
        long shortestNs,
        long longestNs) {

    private static final String INSTRUMENT =
            "jdk.GarbageCollection, jdk.GCPhasePause, jdk.GCPhaseConcurrent, jdk.ZAllocationStall";

    /** One for each kind, in the order of {@link Cycle.Kind}. */
    public static Figure<List<TypicalCycle>> of(Timeline timeline) {
        if (timeline.covered().isEmpty()) {
            return Figure.missing("the recording holds no data yet");
        }
        if (timeline.cycles().isEmpty()) {
            return Figure.missing(
                    timeline.runtime().collector() == Collector.EPSILON
                            ? "Epsilon never collects"
                            : "no collection in this window");
        }
        List<Cycle> whole = timeline.cycles().stream()
                .filter(c -> timeline.covered().stream().anyMatch(i -> holds(i, c)))
                .toList();
        if (whole.isEmpty()) {
            return Figure.missing("no collection lies whole in this window");
        }
        List<TypicalCycle> typical = new ArrayList<>();
        for (Cycle.Kind kind : kinds(whole, timeline.runtime().collector())) {
            typical.add(median(whole.stream().filter(c -> c.kind() == kind).toList(), timeline));
        }
        return Figure.known(List.copyOf(typical), "", INSTRUMENT);
    }

    /** ns from start to end as the runtime gives it; the extent can be longer. */
    public long lengthNs() {
        return cycle.duration().toNanos();
    }

    /** ns in which the world was stopped, by this collection or by another one that lay in it. */
    public long stoppedNs() {
        return StoppedTime.of(parts(Role.STOPPED)).totalNs();
    }

    /** ns in which at least one of the collection's phases ran beside the application; sweeping is not in it. */
    public long besideNs() {
        List<CyclePart> both = new ArrayList<>(parts(Role.STOPPED));
        both.addAll(parts(Role.CONCURRENT));
        return StoppedTime.of(both).totalNs() - stoppedNs();
    }

    private List<CyclePart> parts(Role role) {
        return parts.stream().filter(p -> p.role() == role).toList();
    }

    private static boolean holds(Interval covered, Cycle c) {
        return !c.at().isBefore(covered.from()) && !c.end().isAfter(covered.to());
    }

    private static List<Cycle.Kind> kinds(List<Cycle> cycles, Collector collector) {
        List<Cycle.Kind> occurred =
                cycles.stream().map(Cycle::kind).distinct().sorted().toList();
        boolean stopsForAll = collector == Collector.SERIAL || collector == Collector.PARALLEL;
        return stopsForAll || occurred.size() == 1
                ? occurred
                : occurred.stream().filter(k -> k != Cycle.Kind.FULL).toList();
    }

    private static TypicalCycle median(List<Cycle> ofKind, Timeline timeline) {
        List<Cycle> sorted = ofKind.stream()
                .sorted(Comparator.comparing(Cycle::duration).thenComparing(Cycle::at))
                .toList();
        Cycle middle = sorted.get((sorted.size() - 1) / 2);
        CycleParts parts = CycleParts.of(middle, timeline);
        return new TypicalCycle(
                middle,
                parts.extent(),
                parts.parts(),
                parts.stalledNs(),
                sorted.size(),
                sorted.get(0).duration().toNanos(),
                sorted.get(sorted.size() - 1).duration().toNanos());
    }
}
