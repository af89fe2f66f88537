package dev.tricolor.dashboard.decode.go;

import dev.tricolor.dashboard.decode.event.TimeOrdered;
import dev.tricolor.dashboard.decode.event.TimelineBuilder;
import dev.tricolor.dashboard.gc.AllocationSample;
import dev.tricolor.dashboard.gc.ConcurrentPhase;
import dev.tricolor.dashboard.gc.Cycle;
import dev.tricolor.dashboard.gc.GcEvent;
import dev.tricolor.dashboard.gc.GoHistogram;
import dev.tricolor.dashboard.gc.GoMetric;
import dev.tricolor.dashboard.gc.GoMetricSample;
import dev.tricolor.dashboard.gc.GoStops;
import dev.tricolor.dashboard.gc.GoTimeline;
import dev.tricolor.dashboard.gc.HeapSample;
import dev.tricolor.dashboard.gc.Pause;
import dev.tricolor.dashboard.gc.Stall;
import dev.tricolor.dashboard.gc.Timeline;
import dev.tricolor.dashboard.gc.TracedCycle;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The timeline of a Go process under construction. Lines may come late: each list is sorted when a {@link #snapshot()} is
 * taken, and a cycle that {@code gctrace} tells replaces what {@code ReadGCStats} told of it, whichever came first.
 *
 * <p>Not thread-safe: one decoder at a time.
 */
public final class GoTimelineBuilder {

    private static final long MIB = 1 << 20;

    /** Between the process's start and when the agent takes it to have started; beyond it the wall clock was set. */
    private static final Duration MOST_LATE = Duration.ofSeconds(1);

    private final TimelineBuilder shared = new TimelineBuilder();
    private final GoFacts facts = new GoFacts();
    private final GoCoverage coverage = new GoCoverage();
    private final TimeOrdered<TracedCycle> traced = new TimeOrdered<>();
    private final Set<Integer> tracedNumbers = new HashSet<>();
    private final TimeOrdered<Pause> sums = new TimeOrdered<>();
    private final TimeOrdered<Cycle> ends = new TimeOrdered<>();
    private final Map<Integer, Instant> endOf = new HashMap<>();
    private final Map<GoMetric, TimeOrdered<GoMetricSample>> metrics = new EnumMap<>(GoMetric.class);
    private final Map<GoMetric, GoMetricSample> newest = new EnumMap<>(GoMetric.class);
    private TimeOrdered<GoStops> stops = new TimeOrdered<>();
    private final Map<String, double[]> buckets = new HashMap<>();
    private @Nullable Instant metricsRead;
    private @Nullable Instant base;
    private Duration late = Duration.ZERO;
    private boolean periodic;
    private long repeated;

    GoFacts facts() {
        return facts;
    }

    /** A line of this type, written at {@code at}. */
    void line(String type, Instant at) {
        coverage.line(type, at);
    }

    /**
     * The log begins, or begins anew because the dashboard had lost what it held. From when the trace's times count: the
     * process's start, else the log's own base. Distributions begin anew too, since what follows tells them whole.
     */
    void begins(Optional<Instant> start, Instant at) {
        if (base != null) {
            coverage.beginsAnew();
            stops = new TimeOrdered<>();
        }
        base = start.orElse(at);
        late = Duration.ZERO;
    }

    void add(GcEvent event) {
        shared.add(event);
    }

    /** Adds up to what the agent says it lost so far. */
    void lost(long bytes) {
        coverage.lost(bytes);
    }

    void periodicCycleFollows() {
        periodic = true;
    }

    /** A cycle of the trace; {@code at} is when its line was written. */
    void traced(GcTrace line, Instant at) {
        if (!tracedNumbers.add(line.number())) {
            repeated++;
            return;
        }
        Instant from = base == null ? at : base;
        base = from;
        TracedCycle cycle = cycle(line, beganAt(line, from));
        periodic = false;
        facts.processors(line.processors());
        coverage.traced(from, cycle.end());
        traced.add(cycle);
        share(cycle);
    }

    /**
     * The trace counts from the runtime's start, which nobody tells; the agent takes its own package's initialisation for it,
     * some milliseconds later on a busy machine. Where it has told when the cycle ended, that counts, for the cycles after it
     * too whose end is not known; but for one that is far off, since ends are of a wall clock that may be set.
     */
    private Instant beganAt(GcTrace line, Instant from) {
        Instant began = from.plus(line.sinceStart());
        Instant end = endOf.get(line.number());
        if (end != null) {
            Duration by = Duration.between(end, cycle(line, began).end());
            if (by.abs().compareTo(MOST_LATE) < 0) {
                late = by;
            }
        }
        return began.minus(late);
    }

    private TracedCycle cycle(GcTrace line, Instant at) {
        String cause = line.forced() ? TracedCycle.FORCED : periodic ? TracedCycle.PERIODIC : TracedCycle.GOAL;
        return new TracedCycle(
                at,
                line.number(),
                line.sweepTermination(),
                line.mark(),
                line.markTermination(),
                line.sweepTerminationCpu().plus(line.markTerminationCpu()),
                line.assistCpu(),
                line.backgroundCpu(),
                line.idleCpu(),
                line.startMib() * MIB,
                line.endMib() * MIB,
                line.markedMib() * MIB,
                line.goalMib() * MIB,
                bytes(line.stacksMib()),
                bytes(line.globalsMib()),
                line.processors(),
                cause);
    }

    private static OptionalLong bytes(OptionalLong mib) {
        return mib.isPresent() ? OptionalLong.of(mib.getAsLong() * MIB) : mib;
    }

    /** The cycle in the terms that all collectors share. */
    private void share(TracedCycle c) {
        int id = c.number();
        Duration longest =
                c.sweepTermination().compareTo(c.markTermination()) > 0 ? c.sweepTermination() : c.markTermination();
        add(new Cycle(c.at(), c.duration(), id, Cycle.Kind.GLOBAL, Cycle.GO, c.cause(), c.stopped(), longest));
        add(new Pause(c.at(), c.sweepTermination(), id, Pause.SWEEP_TERMINATION));
        Instant markEnded = c.markBegan().plus(c.mark());
        add(new Pause(markEnded, c.markTermination(), id, Pause.MARK_TERMINATION));
        add(new ConcurrentPhase(c.markBegan(), c.mark(), id, ConcurrentPhase.GO_MARK, 0));
        if (!c.assistCpu().isZero() && !c.mark().isZero()) {
            double threads = c.assistCpu().toNanos() / (double) c.mark().toNanos();
            add(new Stall(c.markBegan(), c.mark(), 0, "mark assists", 0, threads));
        }
        heap(c.at(), id, HeapSample.When.BEFORE, c.startBytes());
        heap(c.end(), id, HeapSample.When.MARKED, c.endBytes());
        heap(c.end(), id, HeapSample.When.AFTER, c.markedBytes());
    }

    private void heap(Instant at, int id, HeapSample.When when, long used) {
        add(new HeapSample(at, id, when, used, HeapSample.NOT_TOLD, HeapSample.NOT_TOLD));
    }

    /** A finished cycle of which the end and the sum of its stops are known. */
    void stopsOfCycle(int number, Instant end, Duration sum) {
        if (endOf.putIfAbsent(number, end) == null) {
            Instant at = end.minus(sum);
            sums.add(new Pause(at, sum, number, Pause.SUM_OF_STOPS));
            ends.add(new Cycle(at, sum, number, Cycle.Kind.GLOBAL, Cycle.GO_END_ONLY, "not told", sum, sum));
        }
    }

    /** A number that changed. What stood still until now gets a second sample, so that nobody draws a slope. */
    void metric(Instant at, GoMetric metric, double value) {
        GoMetricSample last = newest.get(metric);
        if (last != null && last.value() == value) {
            return;
        }
        Instant still = metricsRead;
        if (last != null && still != null && still.isAfter(last.at()) && !metric.oncePerCycle()) {
            sample(new GoMetricSample(still, metric, last.value()));
        }
        sample(new GoMetricSample(at, metric, value));
        switch (metric) {
            case GOGC -> facts.gogc(value);
            case MEMORY_LIMIT -> facts.memoryLimit(value);
            case PROCESSORS -> facts.processors((long) value);
            default -> {}
        }
    }

    private void sample(GoMetricSample s) {
        newest.put(s.metric(), s);
        metrics.computeIfAbsent(s.metric(), m -> new TimeOrdered<>()).add(s);
        if (s.metric() == GoMetric.ALLOCATED) {
            add(new AllocationSample(s.at(), (long) s.value()));
        }
    }

    /** All metrics were read at {@code at}; those that were not told stood still. */
    void metricsRead(Instant at) {
        metricsRead = at;
    }

    void buckets(String name, double[] boundsSeconds) {
        buckets.put(name, boundsSeconds);
    }

    /** A distribution that has a newer name too is told under both, and counted under that one. */
    void stops(Instant at, GoHistogram histogram, String name, int bucket, long count) {
        if (!name.equals(histogram.id()) && buckets.containsKey(histogram.id())) {
            return;
        }
        double[] bounds = buckets.get(name);
        if (bounds == null || bucket < 0 || bucket + 1 >= bounds.length) {
            throw new IllegalArgumentException("a bucket of " + name + " whose bounds are not known");
        }
        stops.add(new GoStops(at, histogram, ns(bounds[bucket]), ns(bounds[bucket + 1]), count));
    }

    private static long ns(double seconds) {
        return seconds <= 0 ? 0 : Double.isInfinite(seconds) ? Long.MAX_VALUE : Math.round(seconds * 1e9);
    }

    /** Up to when data reaches; EPOCH before any. */
    public Instant dataUntil() {
        return coverage.until();
    }

    /** What was lost or left out on the way, in words. */
    public List<String> problems() {
        List<String> problems = new ArrayList<>();
        if (coverage.lostBytes() > 0) {
            problems.add("the agent lost " + coverage.lostBytes() + " bytes that it could not send");
        }
        if (repeated > 0) {
            problems.add(repeated + " trace lines repeat a cycle's number and were left out");
        }
        return problems;
    }

    /** The timeline as it is now; later additions don't show in it. */
    public Timeline snapshot() {
        Timeline t = shared.snapshot();
        Map<GoMetric, List<GoMetricSample>> readings = new EnumMap<>(GoMetric.class);
        metrics.forEach((m, all) -> readings.put(m, all.snapshot()));
        return new Timeline(
                facts.info(),
                coverage.covered(),
                merged(t.pauses(), sums.snapshot().stream().filter(p -> !tracedNumbers.contains(p.gcId()))),
                merged(t.cycles(), ends.snapshot().stream().filter(c -> !tracedNumbers.contains(c.gcId()))),
                t.phases(),
                t.stalls(),
                t.safepoints(),
                t.heap(),
                t.cpu(),
                t.allocation(),
                t.memory(),
                t.mutators(),
                t.agent(),
                t.workload(),
                t.knobChanges(),
                t.knobRefusals(),
                t.knobStates(),
                new GoTimeline(facts.settings(), traced.snapshot(), Map.copyOf(readings), stops.snapshot()));
    }

    private static <T extends GcEvent> List<T> merged(List<T> told, Stream<T> rest) {
        List<T> others = rest.toList();
        return others.isEmpty()
                ? told
                : Stream.concat(told.stream(), others.stream())
                        .sorted(Comparator.comparing(GcEvent::at))
                        .toList();
    }
}
