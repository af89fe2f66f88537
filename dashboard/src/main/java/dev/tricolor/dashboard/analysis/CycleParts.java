package dev.tricolor.dashboard.analysis;

import dev.tricolor.dashboard.analysis.CyclePart.Role;
import dev.tricolor.dashboard.gc.Collector;
import dev.tricolor.dashboard.gc.Cycle;
import dev.tricolor.dashboard.gc.Interval;
import dev.tricolor.dashboard.gc.Pause;
import dev.tricolor.dashboard.gc.Spanning;
import dev.tricolor.dashboard.gc.Stall;
import dev.tricolor.dashboard.gc.Timeline;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What happened in one collection.
 *
 * <p>A pause or a phase is a collection's own where it has its id. Where two collections share an id (generational
 * Shenandoah: a young one and the old one that it starts) it belongs to the one that began last before it.
 *
 * @param extent from the first to the last moment of the collection, its own pauses and its own phases, and in G1 of the
 *     young pause that started the marking (the one with the id before); a Go sweep goes on after the collection's end
 * @param parts by role as {@link Role} lists them, each by time: pauses, then phases, then the stretches in which threads
 *     were held up, those that overlap united; what belongs to no single collection is cut to the extent
 * @param stalledNs thread-nanoseconds held up within the extent
 */
record CycleParts(Interval extent, List<CyclePart> parts, long stalledNs) {

    /** The phase that Go reports from the end of marking on. */
    private static final String SWEEP = "Sweep";

    static CycleParts of(Cycle cycle, Timeline timeline) {
        List<CyclePart> phases = phases(cycle, timeline);
        List<Pause> pauses = timeline.pauses().stream()
                .filter(p -> p.gcId() == cycle.gcId() && owns(cycle, p.at(), timeline))
                .toList();
        Interval extent = hull(Stream.of(
                        Stream.of((Spanning) cycle),
                        pauses.stream(),
                        phases.stream(),
                        starting(cycle, timeline).stream())
                .<Spanning>flatMap(s -> s)
                .toList());
        List<CyclePart> parts = new ArrayList<>();
        timeline.pauses().stream()
                .filter(extent::overlaps)
                .map(p -> cut(extent, p, Role.STOPPED, p.name(), pauses.contains(p)))
                .forEach(parts::add);
        parts.addAll(phases);
        List<CyclePart> stalls = timeline.stalls().stream()
                .filter(extent::overlaps)
                .map(s -> cut(extent, s, Role.STALL, s.thread(), false))
                .toList();
        parts.addAll(united(stalls, timeline.stalls()));
        return new CycleParts(
                extent,
                List.copyOf(parts),
                stalls.stream().mapToLong(s -> s.duration().toNanos()).sum());
    }

    private static List<CyclePart> phases(Cycle cycle, Timeline timeline) {
        List<CyclePart> told = timeline.phases().stream()
                .filter(p -> p.gcId() == cycle.gcId() && owns(cycle, p.at(), timeline))
                .map(p -> new CyclePart(
                        p.name().equals(SWEEP) ? Role.SWEEPING : Role.CONCURRENT, p.at(), p.duration(), p.name(), true))
                .toList();
        return told.isEmpty() && concurrent(cycle, timeline)
                ? List.of(new CyclePart(Role.CONCURRENT, cycle.at(), cycle.duration(), "phases not recorded", true))
                : told;
    }

    private static boolean concurrent(Cycle cycle, Timeline timeline) {
        return cycle.kind() == Cycle.Kind.OLD
                || (timeline.runtime().collector().concurrent() && cycle.kind() != Cycle.Kind.FULL);
    }

    /** Whether of the collections with this one's id it is the last that had begun; the first where none had. */
    private static boolean owns(Cycle cycle, Instant at, Timeline timeline) {
        List<Cycle> same = timeline.cycles().stream()
                .filter(c -> c.gcId() == cycle.gcId())
                .sorted(Comparator.comparing(Cycle::at))
                .toList();
        Cycle owner = same.get(0);
        for (Cycle c : same) {
            owner = c.at().isAfter(at) ? owner : c;
        }
        return owner.equals(cycle);
    }

    /** The young pause that started a G1 marking. */
    private static Optional<Pause> starting(Cycle cycle, Timeline timeline) {
        if (timeline.runtime().collector() != Collector.G1 || cycle.kind() != Cycle.Kind.OLD) {
            return Optional.empty();
        }
        return timeline.pauses().stream()
                .filter(p -> p.gcId() == cycle.gcId() - 1 && !p.at().isAfter(cycle.at()))
                .max(Comparator.comparing(Pause::at));
    }

    private static Interval hull(List<Spanning> spans) {
        return new Interval(
                spans.stream().map(Spanning::at).min(Comparator.naturalOrder()).orElseThrow(),
                spans.stream().map(Spanning::end).max(Comparator.naturalOrder()).orElseThrow());
    }

    private static CyclePart cut(Interval extent, Spanning s, Role role, String name, boolean own) {
        Instant from = s.at().isBefore(extent.from()) ? extent.from() : s.at();
        Instant to = s.end().isAfter(extent.to()) ? extent.to() : s.end();
        return new CyclePart(role, from, Duration.between(from, to), name, own);
    }

    private static List<CyclePart> united(List<CyclePart> stalls, List<Stall> all) {
        return StoppedTime.of(stalls).outer().stream()
                .map(i -> new CyclePart(
                        Role.STALL,
                        i.from(),
                        i.length(),
                        words(all.stream().filter(i::overlaps).count()),
                        false))
                .toList();
    }

    private static String words(long stalls) {
        return stalls == 1 ? "1 stall" : stalls + " stalls";
    }
}
