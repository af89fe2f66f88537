package dev.tricolor.dashboard.analysis;

import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import com.fasterxml.jackson.databind.ser.std.ToStringSerializer;
import dev.tricolor.dashboard.gc.Cycle;
import dev.tricolor.dashboard.gc.HeapSample;
import dev.tricolor.dashboard.gc.Timeline;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;

/**
 * The heap's size around collections.
 *
 * @param peakUsed bytes, the most that was seen: before or after a collection
 * @param maxAfter bytes, the most that was left after a collection
 * @param peakCommitted bytes backed by memory, the most that was seen
 * @param collections heap before and after each one, in the order of their starts
 */
public record HeapStats(
        Figure<Long> peakUsed, Figure<Long> maxAfter, Figure<Long> peakCommitted, List<Collection> collections) {

    /**
     * The heap before and after one collection; in a concurrent one the application allocates in between.
     *
     * @param kind the label of {@link Cycle.Kind}, empty where the collection itself is not in the window
     */
    public record Collection(
            int gcId,
            String kind,
            String name,
            @JsonSerialize(using = ToStringSerializer.class) Instant beforeAt,
            long beforeBytes,
            @JsonSerialize(using = ToStringSerializer.class) Instant afterAt,
            long afterBytes) {}

    public static HeapStats of(Timeline timeline) {
        return new HeapStats(
                timeline.heap().isEmpty() ? sampledPeak(timeline) : max(timeline, s -> true, HeapSample::used),
                max(timeline, s -> s.when() == HeapSample.When.AFTER, HeapSample::used),
                committed(timeline),
                collections(timeline));
    }

    private static Figure<Long> max(Timeline timeline, Predicate<HeapSample> which, ToLongFunction<HeapSample> size) {
        return Figure.of(
                timeline.heap().stream().filter(which).map(size::applyAsLong).max(Long::compare),
                "bytes",
                Instruments.heap(timeline),
                "no collection in this window");
    }

    private static Figure<Long> sampledPeak(Timeline timeline) {
        return Figure.of(
                HeapUse.of(timeline).stream().map(HeapUse.Point::bytes).max(Long::compare),
                "bytes",
                Instruments.heap(timeline),
                "no collection in this window");
    }

    private static Figure<Long> committed(Timeline timeline) {
        return Instruments.go(timeline)
                ? GoMemory.peakCommitted(timeline)
                : max(timeline, s -> true, HeapSample::committed);
    }

    /** Pairs of samples; a generational Shenandoah's young collection and the old one after it share an id. */
    static List<Collection> collections(Timeline timeline) {
        Map<Integer, List<Cycle>> cycles = timeline.cycles().stream().collect(Collectors.groupingBy(Cycle::gcId));
        Map<Integer, HeapSample> before = new HashMap<>();
        List<Collection> collections = new ArrayList<>();
        for (HeapSample s : timeline.heap()) {
            if (s.when() == HeapSample.When.BEFORE) {
                before.putIfAbsent(s.gcId(), s);
            }
            if (s.when() != HeapSample.When.AFTER) {
                continue;
            }
            HeapSample b = before.remove(s.gcId());
            if (b != null) {
                collections.add(collection(b, s, cycles.getOrDefault(s.gcId(), List.of())));
            }
        }
        collections.sort(Comparator.comparing(Collection::beforeAt));
        return List.copyOf(collections);
    }

    private static Collection collection(HeapSample before, HeapSample after, List<Cycle> ofThisId) {
        Optional<Cycle> cycle = ofThisId.stream()
                .min(Comparator.comparing(
                        c -> Duration.between(c.at(), before.at()).abs()));
        return new Collection(
                before.gcId(),
                cycle.map(c -> c.kind().label()).orElse(""),
                cycle.map(Cycle::name).orElse(""),
                before.at(),
                before.used(),
                after.at(),
                after.used());
    }
}
