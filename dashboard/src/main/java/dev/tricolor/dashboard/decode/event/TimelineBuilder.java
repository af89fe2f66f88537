package dev.tricolor.dashboard.decode.event;

import dev.tricolor.dashboard.gc.AgentStatus;
import dev.tricolor.dashboard.gc.AllocationSample;
import dev.tricolor.dashboard.gc.Collector;
import dev.tricolor.dashboard.gc.ConcurrentPhase;
import dev.tricolor.dashboard.gc.CpuSample;
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
import dev.tricolor.dashboard.gc.Safepoint;
import dev.tricolor.dashboard.gc.Stall;
import dev.tricolor.dashboard.gc.Timeline;
import dev.tricolor.dashboard.gc.WorkloadMark;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import jdk.jfr.consumer.RecordedEvent;

/**
 * A timeline under construction. Events come in the order of the log, which is not the order of time: each list is sorted
 * when a {@link #snapshot()} is taken.
 *
 * <p>Not thread-safe: one decoder at a time.
 */
public final class TimelineBuilder {

    /** Chunks follow each other without a gap; more than this between two means that data was lost. */
    private static final Duration SEAM = Duration.ofMillis(20);

    private final List<Interval> covered = new ArrayList<>();
    private final TimeOrdered<Pause> pauses = new TimeOrdered<>();
    private final TimeOrdered<Cycle> cycles = new TimeOrdered<>();
    private final TimeOrdered<ConcurrentPhase> phases = new TimeOrdered<>();
    private final TimeOrdered<Stall> stalls = new TimeOrdered<>();
    private final TimeOrdered<Safepoint> safepoints = new TimeOrdered<>();
    private final TimeOrdered<HeapSample> heap = new TimeOrdered<>();
    private final TimeOrdered<CpuSample> cpu = new TimeOrdered<>();
    private final TimeOrdered<AllocationSample> allocation = new TimeOrdered<>();
    private final TimeOrdered<ProcessMemorySample> memory = new TimeOrdered<>();
    private final TimeOrdered<MutatorSample> mutators = new TimeOrdered<>();
    private final TimeOrdered<AgentStatus> agent = new TimeOrdered<>();
    private final TimeOrdered<WorkloadMark> workload = new TimeOrdered<>();
    private final TimeOrdered<KnobChange> knobChanges = new TimeOrdered<>();
    private final TimeOrdered<KnobRefusal> knobRefusals = new TimeOrdered<>();
    private final TimeOrdered<KnobState> knobStates = new TimeOrdered<>();
    private final Map<Long, SafepointBegin> openSafepoints = new HashMap<>();
    private final Map<Long, Instant> earlyEnds = new HashMap<>();
    private long lostBytes;
    private final RuntimeFacts runtime = new RuntimeFacts();

    private record SafepointBegin(Instant at, Duration reaching, int javaThreads) {}

    /** Adds one domain event. */
    public void add(GcEvent event) {
        if (event instanceof Pause e) {
            pauses.add(e);
        } else if (event instanceof Cycle e) {
            cycles.add(e);
        } else if (event instanceof ConcurrentPhase e) {
            phases.add(e);
        } else if (event instanceof Stall e) {
            stalls.add(e);
        } else if (event instanceof Safepoint e) {
            safepoints.add(e);
        } else if (event instanceof HeapSample e) {
            heap.add(e);
        } else if (event instanceof CpuSample e) {
            cpu.add(e);
        } else if (event instanceof AllocationSample e) {
            allocation.add(e);
        } else if (event instanceof ProcessMemorySample e) {
            memory.add(e);
        } else if (event instanceof MutatorSample e) {
            mutators.add(e);
        } else if (event instanceof AgentStatus e) {
            agent.add(e);
        } else if (event instanceof WorkloadMark e) {
            workload.add(e);
        } else if (event instanceof KnobChange e) {
            knobChanges.add(e);
        } else if (event instanceof KnobRefusal e) {
            knobRefusals.add(e);
        } else if (event instanceof KnobState e) {
            knobStates.add(e);
        }
    }

    /** Says that the log covers {@code [from, to]}; a growing chunk says so again and again. */
    public void covers(Instant from, Instant to) {
        if (!covered.isEmpty()) {
            Interval last = covered.get(covered.size() - 1);
            if (!from.isAfter(last.to().plus(SEAM))) {
                covered.set(covered.size() - 1, new Interval(last.from(), to.isAfter(last.to()) ? to : last.to()));
                return;
            }
        }
        covered.add(new Interval(from, to));
    }

    void safepointBegan(long id, Instant at, Duration reaching, int javaThreads) {
        SafepointBegin begin = new SafepointBegin(at, reaching, javaThreads);
        Instant end = earlyEnds.remove(id);
        if (end == null) {
            openSafepoints.put(id, begin);
        } else {
            join(id, begin, end);
        }
    }

    void safepointEnded(long id, Instant end) {
        SafepointBegin begin = openSafepoints.remove(id);
        if (begin == null) {
            earlyEnds.put(id, end);
        } else {
            join(id, begin, end);
        }
    }

    private void join(long id, SafepointBegin begin, Instant end) {
        safepoints.add(new Safepoint(
                begin.at(), Duration.between(begin.at(), end), id, begin.reaching(), begin.javaThreads()));
    }

    void lost(long bytes) {
        lostBytes += bytes;
    }

    /** Bytes that JFR says it lost itself. */
    public long lostBytes() {
        return lostBytes;
    }

    void jvm(String name, String version, String jvmArguments, String javaArguments, Instant started) {
        runtime.jvm(name, version, jvmArguments, javaArguments, started);
    }

    void collector(Collector collector, boolean generational) {
        runtime.collector(collector, generational);
    }

    void heap(long initial, long max) {
        runtime.heap(initial, max);
    }

    void facts(RecordedEvent event, String group) {
        runtime.facts(event, group);
    }

    /** The timeline as it is now; later additions don't show in it. */
    public Timeline snapshot() {
        List<Pause> p = pauses.snapshot();
        List<ConcurrentPhase> c = phases.snapshot();
        return new Timeline(
                runtime.info(),
                List.copyOf(covered),
                p,
                CycleKinds.settle(cycles.snapshot(), p, c),
                c,
                stalls.snapshot(),
                safepoints.snapshot(),
                heap.snapshot(),
                cpu.snapshot(),
                allocation.snapshot(),
                memory.snapshot(),
                mutators.snapshot(),
                agent.snapshot(),
                workload.snapshot(),
                knobChanges.snapshot(),
                knobRefusals.snapshot(),
                knobStates.snapshot(),
                GoTimeline.EMPTY);
    }
}
