package dev.tricolor.dashboard.gc;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What is known of one session at one moment: immutable, each list sorted by time.
 *
 * @param runtime what runs
 * @param covered the stretches of time that the recording covers, oldest first; a gap between two is lost data
 * @param go what only Go reports; empty for other runtimes
 */
public record Timeline(
        RuntimeInfo runtime,
        List<Interval> covered,
        List<Pause> pauses,
        List<Cycle> cycles,
        List<ConcurrentPhase> phases,
        List<Stall> stalls,
        List<Safepoint> safepoints,
        List<HeapSample> heap,
        List<CpuSample> cpu,
        List<AllocationSample> allocation,
        List<ProcessMemorySample> memory,
        List<MutatorSample> mutators,
        List<AgentStatus> agent,
        List<WorkloadMark> workload,
        List<KnobChange> knobChanges,
        List<KnobRefusal> knobRefusals,
        List<KnobState> knobStates,
        GoTimeline go) {

    public static final Timeline EMPTY = new Timeline(
            RuntimeInfo.UNKNOWN,
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            GoTimeline.EMPTY);

    /** From the first covered moment to the last; empty before the first flush. */
    public Optional<Interval> span() {
        return covered.isEmpty()
                ? Optional.empty()
                : Optional.of(new Interval(
                        covered.get(0).from(), covered.get(covered.size() - 1).to()));
    }

    /**
     * The same timeline cut to a window: what overlaps it stays whole (pauses, stalls, phases, cycles), samples inside it
     * stay, and of each cumulative or state series the last sample before the window is kept so that rates have a start.
     */
    public Timeline within(Interval window) {
        List<Interval> cut = new ArrayList<>();
        for (Interval i : covered) {
            Instant from = i.from().isBefore(window.from()) ? window.from() : i.from();
            Instant to = i.to().isAfter(window.to()) ? window.to() : i.to();
            if (from.isBefore(to)) {
                cut.add(new Interval(from, to));
            }
        }
        return new Timeline(
                runtime,
                List.copyOf(cut),
                spanning(pauses, window),
                spanning(cycles, window),
                spanning(phases, window),
                spanning(stalls, window),
                spanning(safepoints, window),
                samples(heap, window, 1),
                samples(cpu, window, CpuSample.CpuGroup.values().length),
                samples(allocation, window, 1),
                samples(memory, window, 1),
                samples(mutators, window, 0),
                samples(agent, window, 1),
                samples(workload, window, 0),
                samples(knobChanges, window, 0),
                samples(knobRefusals, window, 0),
                samples(knobStates, window, 0),
                go.within(window));
    }

    static <T extends GcEvent & Spanning> List<T> spanning(List<T> all, Interval window) {
        return all.stream().filter(window::overlaps).toList();
    }

    /** The samples in the window and at most {@code before} of those just ahead of it. */
    static <T extends GcEvent> List<T> samples(List<T> all, Interval window, int before) {
        int from = firstAtOrAfter(all, window.from());
        int to = firstAtOrAfter(all, window.to());
        return all.subList(Math.max(0, from - before), to);
    }

    static int firstAtOrAfter(List<? extends GcEvent> all, Instant t) {
        int lo = 0;
        int hi = all.size();
        while (lo < hi) {
            int mid = (lo + hi) >>> 1;
            if (all.get(mid).at().isBefore(t)) {
                lo = mid + 1;
            } else {
                hi = mid;
            }
        }
        return lo;
    }
}
