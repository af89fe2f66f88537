package dev.tricolor.dashboard.analysis;

import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import com.fasterxml.jackson.databind.ser.std.ToStringSerializer;
import dev.tricolor.dashboard.gc.Interval;
import dev.tricolor.dashboard.gc.ProcessMemorySample;
import dev.tricolor.dashboard.gc.Timeline;
import java.time.Instant;
import java.util.Comparator;

/**
 * All figures of one session over one window: a row of a comparison.
 *
 * @param window to which all figures but those that say otherwise belong
 * @param peakRss bytes, since the process began
 */
public record SessionSummary(
        Setting setting,
        Figure<Window> window,
        Work work,
        CycleStats cycles,
        PauseStats pauses,
        StallStats stalls,
        Figure<Integer> mutatorThreads,
        MmuRow mmu,
        MmuRow mmuWithStalls,
        Cpu cpu,
        Allocation allocation,
        Heap heap,
        Figure<Long> peakRss,
        Halts halts,
        Observer observer) {

    /** From when to when, and why just that. */
    public record Window(
            @JsonSerialize(using = ToStringSerializer.class) Instant from,
            @JsonSerialize(using = ToStringSerializer.class) Instant to) {}

    /** MMU 0..1 at the named windows. */
    public record MmuRow(Figure<Double> ms1, Figure<Double> ms10, Figure<Double> ms100, Figure<Double> s1) {}

    /** CPU time, see {@link GcCpu}, in ns and shares. */
    public record Cpu(Figure<Long> gc, Figure<Long> process, Figure<Double> gcShare, Figure<Double> gcShareOfMachine) {}

    /** See {@link AllocationRate}. */
    public record Allocation(Figure<Long> total, Figure<Double> rate, Figure<Double> crossCheck) {}

    /** See {@link HeapStats}, {@link LiveSet} and {@link EffectiveGogc}. */
    public record Heap(
            Figure<Long> peakUsed,
            Figure<Long> maxAfter,
            Figure<Long> peakCommitted,
            Figure<Long> liveSet,
            Figure<Double> effectiveGogc) {}

    /** Over the workload's run where it has both ends of one, else over all that the recording covers. */
    public static SessionSummary of(Timeline timeline) {
        Figure<Interval> window = measured(timeline);
        if (window instanceof Figure.Known<Interval> k) {
            return of(timeline, k);
        }
        return of(
                Timeline.EMPTY,
                timeline,
                new Interval(Instant.EPOCH, Instant.EPOCH),
                window.map("", i -> new Window(i.from(), i.to())));
    }

    /** Over a window of one's own. */
    public static SessionSummary of(Timeline timeline, Interval window) {
        return of(timeline, new Figure.Known<>(window, "", "as asked for"));
    }

    private static SessionSummary of(Timeline timeline, Figure.Known<Interval> window) {
        return of(
                timeline.within(window.value()),
                timeline,
                window.value(),
                window.map("", i -> new Window(i.from(), i.to())));
    }

    /** The window in which the session's figures are taken. */
    public static Figure<Interval> measured(Timeline timeline) {
        return WorkloadResult.of(timeline)
                .flatMap(WorkloadResult::window)
                .map(w -> Figure.known(
                        w,
                        "",
                        "from " + Instruments.workloadStart(timeline) + " for the elapsed time of "
                                + Instruments.workloadResult(timeline)))
                .or(() -> timeline.span().map(s -> Figure.known(s, "", "all that the recording covers")))
                .orElseGet(() -> Figure.missing("the recording holds no data yet"));
    }

    private static SessionSummary of(Timeline cut, Timeline whole, Interval window, Figure<Window> shown) {
        Figure<Integer> mutators = MutatorThreads.of(whole);
        GcCpu cpu = GcCpu.of(whole, window);
        AllocationRate allocation = AllocationRate.of(whole, window);
        HeapStats heap = HeapStats.of(cut);
        return new SessionSummary(
                Setting.of(whole.runtime()),
                shown,
                Work.of(whole),
                CycleStats.of(cut),
                PauseStats.of(cut),
                StallStats.of(cut),
                mutators,
                new MmuRow(
                        Mmu.ofPauses(cut, Mmu.MS_1),
                        Mmu.ofPauses(cut, Mmu.MS_10),
                        Mmu.ofPauses(cut, Mmu.MS_100),
                        Mmu.ofPauses(cut, Mmu.S_1)),
                new MmuRow(
                        Mmu.ofPausesAndStalls(cut, mutators, Mmu.MS_1),
                        Mmu.ofPausesAndStalls(cut, mutators, Mmu.MS_10),
                        Mmu.ofPausesAndStalls(cut, mutators, Mmu.MS_100),
                        Mmu.ofPausesAndStalls(cut, mutators, Mmu.S_1)),
                new Cpu(cpu.total(), cpu.process(), cpu.shareOfProcess(), cpu.shareOfMachine()),
                new Allocation(allocation.total(), allocation.rate(), allocation.crossCheck()),
                new Heap(
                        heap.peakUsed(),
                        heap.maxAfter(),
                        heap.peakCommitted(),
                        LiveSet.of(whole, window).typical(),
                        EffectiveGogc.of(whole, window).percent()),
                peakRss(whole, cut, window),
                Halts.of(cut),
                Observer.of(whole, window));
    }

    /** The agent reads once a second; a workload that ends sooner, or grows at its end, says more itself. */
    private static Figure<Long> peakRss(Timeline whole, Timeline cut, Interval window) {
        Figure<Long> read = Figure.of(
                cut.memory().stream().map(ProcessMemorySample::peakRss).max(Comparator.naturalOrder()),
                "bytes",
                Instruments.memory(whole)
                        + ": VmHWM of /proc/self/status as of the last reading, since the process began",
                "no reading of the process's memory (" + Instruments.memory(whole)
                        + ") in this window: needs Linux's procfs and the agent");
        long told = WorkloadResult.of(whole)
                .filter(r ->
                        r.window().filter(w -> !w.to().isAfter(window.to())).isPresent())
                .map(r -> r.peakRssBytes().orElse(0))
                .orElse(0L);
        return told > read.optional().orElse(0L)
                ? Figure.known(
                        told,
                        "bytes",
                        Instruments.workloadResult(whole)
                                + ": VmHWM of /proc/self/status when the measured part had ended, since the"
                                + " process began")
                : read;
    }
}
