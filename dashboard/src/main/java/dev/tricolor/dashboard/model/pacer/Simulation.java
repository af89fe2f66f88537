package dev.tricolor.dashboard.model.pacer;

import dev.tricolor.dashboard.model.pacer.AllocationTrace.Stretch;
import dev.tricolor.dashboard.model.pacer.HeapGoal.Memory;
import dev.tricolor.dashboard.model.pacer.Pacer.Found;
import dev.tricolor.dashboard.model.pacer.Pacer.Plan;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A program run by its allocation trace alone under the pacer, with allocation and marking as flows. Used once, by one
 * thread.
 *
 * <p>Background workers take their quarter, processors that the program leaves idle mark as well, and an allocating thread
 * that the credit of both does not cover assists. What is allocated while marking counts as marked. Sweeping costs nothing,
 * a pause no more than the fixed cost, and the scheduler delays nobody.
 */
public final class Simulation {

    private static final double FORCED_AFTER_SECONDS = 120;
    private static final int MOST_CYCLES = 20_000;
    /** Less than this, in seconds or bytes, is nothing left. */
    private static final double TINY = 1e-9;

    private final Costs costs;
    private final Knobs knobs;
    private final Pacer pacer;
    private final ConsMark consMark;
    private final CpuLimiter limiter;
    private final double background;
    private final List<SimulatedRun.Point> points = new ArrayList<>();

    private @Nullable MarkPhase phase;
    private Plan plan = new Plan(0, 0);
    private double seconds;
    private double heap;
    private double live;
    private double scanShare;
    private double lastCycleAt;
    private double programCpu;
    private double gcCpu;
    private double assistCpu;
    private double limitedSeconds;
    private double peak;
    private int cycles;

    private Simulation(Release release, Knobs knobs, Costs costs) {
        this.costs = costs;
        this.knobs = knobs;
        pacer = new Pacer(release, knobs, costs.globalBytes());
        consMark = new ConsMark(release);
        limiter = new CpuLimiter(costs.processors());
        background = costs.workers().processors(costs.processors());
        plan = plan();
    }

    public static SimulatedRun run(Release release, Knobs knobs, Costs costs, AllocationTrace trace) {
        return new Simulation(release, knobs, costs).run(trace);
    }

    private SimulatedRun run(AllocationTrace trace) {
        point();
        for (Stretch stretch : trace.stretches()) {
            new Part(stretch).run();
        }
        point();
        return new SimulatedRun(
                cycles,
                seconds,
                programCpu,
                gcCpu,
                assistCpu,
                limitedSeconds,
                peak,
                peak + costs.nonHeapBytes(),
                cycles < MOST_CYCLES,
                List.copyOf(points));
    }

    private Plan plan() {
        long inUse = (long) heap;
        return pacer.plan(new Memory(costs.nonHeapBytes() + inUse, 0, inUse));
    }

    private void point() {
        points.add(new SimulatedRun.Point(
                seconds, heap, live, finite(plan.goal()), finite(plan.trigger()), phase != null));
    }

    private static double finite(long bytes) {
        return bytes >= Long.MAX_VALUE / 2 ? Double.POSITIVE_INFINITY : bytes;
    }

    private void begin() {
        phase = new MarkPhase(heap, live * scanShare, costs, seconds);
        pacer.started((long) heap);
        plan = plan();
        gcCpu += costs.fixedCpuSeconds();
        seconds += costs.fixedCpuSeconds() / costs.processors();
        point();
    }

    private void end(MarkPhase ended) {
        double allocated = heap - ended.triggered;
        if (allocated >= 1) {
            double capacity = (seconds - ended.began) * costs.processors();
            consMark.next(ConsMark.measured(
                    (long) allocated,
                    (long) ended.scan,
                    Trigger.UTILISATION + ended.assistCpu / capacity,
                    ended.idleCpu / capacity));
        }
        point();
        phase = null;
        double marked = live + allocated;
        heap = marked + costs.cachedBytes();
        cycles++;
        lastCycleAt = seconds;
        pacer.ended(
                new Found((long) marked, (long) ended.heapScan, costs.stackBytes(), costs.globalBytes()),
                consMark.value());
        plan = plan();
        point();
    }

    /** One stretch of the trace, at work. */
    private final class Part {

        private final Stretch stretch;
        private final double from = seconds;
        private final double liveBefore = live;
        private double allocated;

        Part(Stretch stretch) {
            this.stretch = stretch;
            scanShare = stretch.scanShare();
        }

        void run() {
            double most = Math.min(costs.threads(), costs.processors());
            boolean free = stretch.burst() || stretch.seconds() == 0;
            double asked = stretch.allocatedBytes() / stretch.seconds() / costs.allocationBytesPerCpuSecond();
            allocate(stretch.allocatedBytes(), free ? most : Math.min(asked, most));
            rest(from + stretch.seconds());
            live = goesOn() ? stretch.liveBytes() : live;
        }

        private boolean goesOn() {
            return cycles < MOST_CYCLES;
        }

        private void allocate(double bytes, double demandCpu) {
            double left = bytes;
            while (left > TINY && demandCpu > 0 && goesOn()) {
                left -= phase == null
                        ? untilTrigger(left, demandCpu)
                        : mark(phase, left, demandCpu, Double.POSITIVE_INFINITY);
            }
        }

        private void rest(double until) {
            while (until - seconds > TINY && goesOn()) {
                if (phase != null) {
                    mark(phase, 0, 0, until - seconds);
                } else {
                    double forced = knobs.gogc() == Knobs.OFF ? until : lastCycleAt + FORCED_AFTER_SECONDS;
                    advance(0, Math.max(0, Math.min(until, forced) - seconds));
                    if (forced < until) {
                        begin();
                    }
                }
            }
        }

        /** Allocates up to so many bytes, as long as no cycle begins; answers how many. */
        private double untilTrigger(double left, double demandCpu) {
            double rate = demandCpu * costs.allocationBytesPerCpuSecond();
            double bytes = Math.min(left, Math.max(0, finite(plan.trigger()) - heap));
            double forced = knobs.gogc() == Knobs.OFF ? Double.POSITIVE_INFINITY : lastCycleAt + FORCED_AFTER_SECONDS;
            bytes = Math.min(bytes, Math.max(0, forced - seconds) * rate);
            advance(bytes, bytes / rate);
            if (bytes < left) {
                begin();
            }
            return bytes;
        }

        private void advance(double bytes, double time) {
            if (phase == null) {
                limiter.account(0, bytes / costs.allocationBytesPerCpuSecond());
            }
            allocated += bytes;
            heap += bytes;
            seconds += time;
            programCpu += bytes / costs.allocationBytesPerCpuSecond();
            double done = stretch.allocatedBytes() > 0 ? allocated / stretch.allocatedBytes() : 1;
            live = liveBefore + done * (stretch.liveBytes() - liveBefore);
            peak = Math.max(peak, heap);
        }

        /** Marks for a moment while the program allocates up to so many bytes; answers how many. */
        private double mark(MarkPhase marking, double left, double demandCpu, double mostSeconds) {
            double demand = Math.min(demandCpu, costs.processors() - background);
            double idle = costs.processors() - background - demand;
            double credit = (background + idle) * costs.scanBytesPerCpuSecond();
            Flow flow = limiter.limiting() || demand == 0
                    ? new Flow(demand, 0)
                    : flow(demand, Math.ceil(demandCpu), credit, ratio(marking));
            idle = Math.max(0, idle - flow.assistCpu());
            double marks = background + idle + flow.assistCpu();
            double rate = flow.programCpu() * costs.allocationBytesPerCpuSecond();
            double time = Math.min(marking.step(marks), mostSeconds);
            if (rate > 0) {
                time = Math.min(time, left / rate);
            }
            limitedSeconds += limiter.limiting() ? time : 0;
            limiter.account((background + flow.assistCpu()) * time, flow.programCpu() * time);
            gcCpu += marks * time;
            assistCpu += flow.assistCpu() * time;
            marking.advance(time, marks, flow.assistCpu(), idle);
            advance(Math.min(left, rate * time), time);
            if (marking.left() < 1) {
                end(marking);
            }
            return Math.min(left, rate * time);
        }

        private double ratio(MarkPhase marking) {
            double most = marking.triggered * scanShare + costs.stackBytes() + costs.globalBytes();
            return AssistRatio.of(
                    new AssistRatio.Progress(
                            plan.goal(),
                            (long) marking.triggered,
                            (long) heap,
                            (long) marking.scanned(),
                            Math.max(1, pacer.found().scan()),
                            (long) Math.max(marking.scan, most)),
                    knobs.gogc());
        }

        /** How the program's processors divide between its own work and assists, at this ratio and this credit. */
        private Flow flow(double demand, double threads, double creditBytesPerSecond, double ratio) {
            double perCpu = costs.allocationBytesPerCpuSecond();
            double scanPerCpu = costs.scanBytesPerCpuSecond();
            double available = Math.min(threads, costs.processors() - background);
            double owed = Math.max(0, demand * perCpu * ratio - creditBytesPerSecond) / scanPerCpu;
            if (demand + owed <= available) {
                return new Flow(demand, owed);
            }
            double rate = (available + creditBytesPerSecond / scanPerCpu) / (1 / perCpu + ratio / scanPerCpu);
            double own = Math.min(demand, rate / perCpu);
            return new Flow(own, owed > 0 ? available - own : 0);
        }
    }

    /** Processors busy with the program's own work, and with assists. */
    private record Flow(double programCpu, double assistCpu) {}
}
