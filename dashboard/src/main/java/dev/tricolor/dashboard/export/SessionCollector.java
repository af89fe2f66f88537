package dev.tricolor.dashboard.export;

import dev.tricolor.dashboard.export.Family.Point;
import io.prometheus.metrics.model.registry.MultiCollector;
import io.prometheus.metrics.model.snapshots.MetricSnapshots;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The sessions' metrics, made anew from their timelines at each scrape.
 *
 * <p>A session's log only grows and every series is a function of all of it, so nothing is counted while data comes and
 * nothing can be counted twice: not when a timeline is read again, not when it is rebuilt after a restart. What little
 * state there is lives between two scrapes: the points of a timeline that has not changed, and the highest value of each
 * counter, which holds it where newer data moves a collection from one label to another.
 *
 * <p>Bounded: {@link LiveSessions} limits the sessions, {@link GcFamilies} the causes, {@link Exported} the length of
 * labels; all else is fixed. Thread-safe.
 */
final class SessionCollector implements MultiCollector {

    static final List<Family> FAMILIES = Stream.of(
                    GcFamilies.ALL, MemoryFamilies.ALL, CpuFamilies.ALL, GoFamilies.ALL, ObserverFamilies.ALL)
            .flatMap(List::stream)
            .toList();

    /** What was exported of a session last time. */
    private record Memory(long version, Map<Family, List<Point>> points) {}

    private final Supplier<List<Exported>> sessions;
    private Map<UUID, Memory> memories = new HashMap<>();

    SessionCollector(Supplier<List<Exported>> sessions) {
        this.sessions = sessions;
    }

    @Override
    public synchronized MetricSnapshots collect() {
        Map<UUID, Memory> now = new HashMap<>();
        Map<Exported, Memory> exported = new LinkedHashMap<>();
        for (Exported s : sessions.get()) {
            Memory memory = remember(s, memories.get(s.meta().id()));
            now.put(s.meta().id(), memory);
            exported.put(s, memory);
        }
        memories = now;
        MetricSnapshots.Builder all = MetricSnapshots.builder();
        for (Family f : FAMILIES) {
            SnapshotBuilder b = new SnapshotBuilder(f);
            exported.forEach((s, memory) -> b.add(s.labels(), memory.points().getOrDefault(f, List.of())));
            b.build().ifPresent(all::metricSnapshot);
        }
        return all.build();
    }

    private static Memory remember(Exported s, @Nullable Memory before) {
        if (before != null && before.version() == s.snapshot().version()) {
            return before;
        }
        Map<Family, List<Point>> points = new LinkedHashMap<>();
        for (Family f : FAMILIES) {
            List<Point> fresh = f.points().apply(s);
            List<Point> old = before == null ? List.of() : before.points().getOrDefault(f, List.of());
            points.put(f, f.type() == Family.Type.COUNTER ? highest(old, fresh) : fresh);
        }
        return new Memory(s.snapshot().version(), points);
    }

    /** Each counter at its highest so far. */
    private static List<Point> highest(List<Point> old, List<Point> fresh) {
        Map<Map<String, String>, Point> highest = new LinkedHashMap<>();
        Stream.concat(old.stream(), fresh.stream())
                .forEach(p -> highest.merge(
                        p.labels(),
                        p,
                        (a, b) -> a instanceof Family.Value x && b instanceof Family.Value y && x.value() > y.value()
                                ? a
                                : b));
        return new ArrayList<>(highest.values());
    }
}
