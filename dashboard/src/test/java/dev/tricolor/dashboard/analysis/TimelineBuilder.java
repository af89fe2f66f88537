package dev.tricolor.dashboard.analysis;

import dev.tricolor.dashboard.gc.AgentStatus;
import dev.tricolor.dashboard.gc.AllocationSample;
import dev.tricolor.dashboard.gc.Collector;
import dev.tricolor.dashboard.gc.ConcurrentPhase;
import dev.tricolor.dashboard.gc.CpuSample;
import dev.tricolor.dashboard.gc.CpuSample.CpuGroup;
import dev.tricolor.dashboard.gc.Cycle;
import dev.tricolor.dashboard.gc.GcEvent;
import dev.tricolor.dashboard.gc.GoTimeline;
import dev.tricolor.dashboard.gc.HeapSample;
import dev.tricolor.dashboard.gc.Interval;
import dev.tricolor.dashboard.gc.KnobChange;
import dev.tricolor.dashboard.gc.KnobRefusal;
import dev.tricolor.dashboard.gc.KnobState;
import dev.tricolor.dashboard.gc.MutatorSample;
import dev.tricolor.dashboard.gc.Pause;
import dev.tricolor.dashboard.gc.ProcessMemorySample;
import dev.tricolor.dashboard.gc.RuntimeInfo;
import dev.tricolor.dashboard.gc.Safepoint;
import dev.tricolor.dashboard.gc.Stall;
import dev.tricolor.dashboard.gc.Timeline;
import dev.tricolor.dashboard.gc.WorkloadMark;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/** A timeline written down by hand; all times are milliseconds from {@link #T0}. */
public final class TimelineBuilder {
    public static final Instant T0 = Instant.parse("2026-01-01T00:00:00Z");

    private final Collector collector;
    private Optional<Boolean> generational = Optional.empty();
    private OptionalLong processors = OptionalLong.of(2);
    private final List<Interval> covered = new ArrayList<>();
    private final List<GcEvent> events = new ArrayList<>();

    private TimelineBuilder(Collector collector) {
        this.collector = collector;
    }

    public static TimelineBuilder of(Collector collector) {
        return new TimelineBuilder(collector);
    }

    public static Instant at(double ms) {
        return T0.plusNanos(Math.round(ms * 1e6));
    }

    public static Interval interval(double fromMs, double toMs) {
        return new Interval(at(fromMs), at(toMs));
    }

    private static Duration ms(double ms) {
        return Duration.ofNanos(Math.round(ms * 1e6));
    }

    public TimelineBuilder covered(double fromMs, double toMs) {
        covered.add(interval(fromMs, toMs));
        return this;
    }

    public TimelineBuilder generational() {
        generational = Optional.of(true);
        return this;
    }

    public TimelineBuilder processors(OptionalLong n) {
        processors = n;
        return this;
    }

    public TimelineBuilder pause(double atMs, double ms, int gcId, String name) {
        return add(new Pause(at(atMs), ms(ms), gcId, name));
    }

    public TimelineBuilder pause(double atMs, double ms) {
        return pause(atMs, ms, 0, "Pause");
    }

    public TimelineBuilder phase(double atMs, double ms, int gcId, String name) {
        return add(new ConcurrentPhase(at(atMs), ms(ms), gcId, name, 0));
    }

    public TimelineBuilder stall(double atMs, double ms, long thread) {
        return stall(atMs, ms, thread, "worker-" + thread);
    }

    public TimelineBuilder stall(double atMs, double ms, long thread, String name) {
        return add(new Stall(at(atMs), ms(ms), thread, name, 2 << 20));
    }

    public TimelineBuilder cycle(double atMs, double ms, int gcId, Cycle.Kind kind, String name, String cause) {
        return add(new Cycle(at(atMs), ms(ms), gcId, kind, name, cause, Duration.ZERO, Duration.ZERO));
    }

    /** A cycle with the heap before and after it, in bytes. */
    public TimelineBuilder collection(
            double atMs, double ms, int gcId, Cycle.Kind kind, String name, String cause, long before, long after) {
        return heap(atMs, gcId, HeapSample.When.BEFORE, before)
                .heap(atMs + ms, gcId, HeapSample.When.AFTER, after)
                .cycle(atMs, ms, gcId, kind, name, cause);
    }

    public TimelineBuilder heap(double atMs, int gcId, HeapSample.When when, long used) {
        return add(new HeapSample(at(atMs), gcId, when, used, 1000, 2000));
    }

    public TimelineBuilder cpu(double atMs, CpuGroup group, double cpuMs) {
        return add(new CpuSample(at(atMs), group, ms(cpuMs), 1));
    }

    public TimelineBuilder allocated(double atMs, long bytes) {
        return add(new AllocationSample(at(atMs), bytes));
    }

    public TimelineBuilder rss(double atMs, long rss, long peak) {
        return add(new ProcessMemorySample(at(atMs), rss, peak, 0));
    }

    public TimelineBuilder load(double atMs, long thread, String name, double load) {
        return add(new MutatorSample(at(atMs), thread, name, load));
    }

    public TimelineBuilder safepoint(double atMs, double ms, double reachingMs) {
        return add(new Safepoint(at(atMs), ms(ms), events.size(), ms(reachingMs), 3));
    }

    public TimelineBuilder agent(double atMs, long sent, long backlog, double cpuMs, long lost) {
        return add(new AgentStatus(at(atMs), sent, backlog, Optional.of(ms(cpuMs)), lost, OptionalLong.of(77), 1));
    }

    /** As on a platform that tells neither a thread's CPU time nor what it allocates. */
    public TimelineBuilder agentWithoutCost(double atMs, long sent) {
        return add(new AgentStatus(at(atMs), sent, 0, Optional.empty(), 0, OptionalLong.empty(), 1));
    }

    public TimelineBuilder workload(double atMs, WorkloadMark.Stage stage, String json) {
        return add(new WorkloadMark(at(atMs), stage, "churn", 0, 0, json));
    }

    public TimelineBuilder knob(double atMs, String name, String from, String to, String who) {
        return add(new KnobChange(at(atMs), name, from, to, who));
    }

    public TimelineBuilder knobRefused(double atMs, String name, String why) {
        return add(new KnobRefusal(at(atMs), name, "", "dashboard", why));
    }

    public TimelineBuilder knobState(double atMs, int gogc, long live, long peak, String state) {
        return add(new KnobState(
                at(atMs),
                gogc,
                OptionalLong.of(live),
                OptionalLong.of(live + live * gogc / 100),
                OptionalLong.of(peak),
                OptionalDouble.of(0.2),
                state));
    }

    private TimelineBuilder add(GcEvent e) {
        events.add(e);
        return this;
    }

    private <T extends GcEvent> List<T> all(Class<T> type) {
        return events.stream()
                .filter(type::isInstance)
                .map(type::cast)
                .sorted(Comparator.comparing(GcEvent::at))
                .toList();
    }

    public Timeline build() {
        RuntimeInfo runtime = new RuntimeInfo(
                collector,
                generational,
                OptionalLong.of(17),
                "17.0.15+6",
                Optional.of(T0),
                OptionalLong.of(2000),
                OptionalLong.of(1000),
                processors,
                List.of(),
                Map.of());
        return new Timeline(
                runtime,
                List.copyOf(covered),
                all(Pause.class),
                all(Cycle.class),
                all(ConcurrentPhase.class),
                all(Stall.class),
                all(Safepoint.class),
                all(HeapSample.class),
                all(CpuSample.class),
                all(AllocationSample.class),
                all(ProcessMemorySample.class),
                all(MutatorSample.class),
                all(AgentStatus.class),
                all(WorkloadMark.class),
                all(KnobChange.class),
                all(KnobRefusal.class),
                all(KnobState.class),
                GoTimeline.EMPTY);
    }
}
