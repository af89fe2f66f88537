package dev.tricolor.dashboard.analysis;

import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import com.fasterxml.jackson.databind.ser.std.ToStringSerializer;
import dev.tricolor.dashboard.gc.Collector;
import dev.tricolor.dashboard.gc.CpuSample;
import dev.tricolor.dashboard.gc.CpuSample.CpuGroup;
import dev.tricolor.dashboard.gc.Interval;
import dev.tricolor.dashboard.gc.Timeline;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * CPU time of the collector's threads, concurrent work included, beside that of the process. Go's collector has no threads
 * of its own: see {@link GoGcCpu}.
 *
 * @param total ns of the collector's threads
 * @param process ns of all threads of the process
 * @param shareOfProcess {@code total / process}, 0..1
 * @param shareOfMachine {@code total} against all processors that the JVM sees, 0..1
 * @param processors that the JVM sees
 * @param groups from reading to reading, each group that was seen
 */
public record GcCpu(
        Figure<Long> total,
        Figure<Long> process,
        Figure<Double> shareOfProcess,
        Figure<Double> shareOfMachine,
        Figure<Long> processors,
        List<Group> groups) {

    /** One group of threads over time. */
    public record Group(String group, long totalNs, List<Slice> slices) {}

    /**
     * One group from one reading to the next.
     *
     * @param cores processors kept busy, on average; divided by {@link GcCpu#processors()} the share of the machine
     * @param ofProcess share of the process's CPU time, 0..1
     */
    public record Slice(
            @JsonSerialize(using = ToStringSerializer.class) Instant from,
            @JsonSerialize(using = ToStringSerializer.class) Instant to,
            double cores,
            double ofProcess) {}

    private static final String INSTRUMENT =
            "tricolor.ThreadGroupCpu: /proc/PID/task/*/stat once a second and at both ends of a workload, in ticks of 10 ms";
    private static final String NO_DATA = "the recording holds no data yet";
    private static final String NO_PROCFS = "no tricolor.ThreadGroupCpu in this window: needs Linux's procfs and the"
            + " agent, and at least two readings";

    public static GcCpu of(Timeline timeline) {
        return timeline.span()
                .map(window -> of(timeline, window))
                .orElseGet(() -> none(Instruments.go(timeline) ? NO_DATA : NO_PROCFS));
    }

    /** Over a window of the whole timeline, so that readings on both sides of the window's edges help. */
    public static GcCpu of(Timeline timeline, Interval window) {
        return Instruments.go(timeline) ? GoGcCpu.of(timeline, window) : ofThreads(timeline, window);
    }

    private static GcCpu ofThreads(Timeline timeline, Interval window) {
        Map<CpuGroup, Cumulative> readings = counters(timeline);
        Optional<WorkloadResult> result = WorkloadResult.of(timeline);
        Map<CpuGroup, Cumulative> counters = new LinkedHashMap<>();
        readings.forEach((g, c) -> counters.put(g, c.stillAround(result)));
        Cumulative process = counters.get(CpuGroup.PROCESS);
        Optional<Cumulative.Growth> all = process == null ? Optional.empty() : process.over(window);
        if (process == null || all.isEmpty()) {
            return none(NO_PROCFS);
        }
        Interval known = new Interval(all.get().from(), all.get().to());
        double gc = 0;
        for (CpuGroup g : collecting(timeline.runtime().collector())) {
            Cumulative c = counters.get(g);
            gc += c == null ? 0 : grown(c, known);
        }
        List<Group> groups = new ArrayList<>();
        readings.forEach((g, c) -> groups.add(group(g, c, process, window)));
        String instrument = INSTRUMENT + note(timeline.runtime().collector());
        double capacity =
                (double) Nanos.length(known) * timeline.runtime().processors().orElse(0);
        return new GcCpu(
                Figure.known(Math.round(gc), "ns", instrument),
                Figure.known(Math.round(all.get().amount()), "ns", INSTRUMENT),
                all.get().amount() > 0
                        ? Figure.known(gc / all.get().amount(), "share", instrument)
                        : Figure.missing("the process used no CPU in this window"),
                capacity > 0
                        ? Figure.known(gc / capacity, "share", instrument)
                        : Figure.missing("the number of processors is not known"),
                processors(timeline),
                List.copyOf(groups));
    }

    /** The groups whose work is garbage collection. */
    static Set<CpuGroup> collecting(Collector collector) {
        EnumSet<CpuGroup> groups = EnumSet.of(CpuGroup.GC_STOPPED, CpuGroup.GC_CONCURRENT, CpuGroup.GC_WORKERS);
        if (collector == Collector.SERIAL) {
            groups.add(CpuGroup.VM);
        }
        return groups;
    }

    private static String note(Collector collector) {
        return switch (collector) {
            case SERIAL -> "; the VM thread's time, in which Serial collects among other operations";
            case EPSILON -> "; Epsilon has no such threads";
            default -> "; by thread name, without what mutator threads do in barriers";
        };
    }

    private static Map<CpuGroup, Cumulative> counters(Timeline timeline) {
        Map<CpuGroup, Cumulative> counters = new LinkedHashMap<>();
        for (CpuGroup g : CpuGroup.values()) {
            List<CpuSample> samples =
                    timeline.cpu().stream().filter(s -> s.group() == g).toList();
            if (!samples.isEmpty()) {
                counters.put(g, Cumulative.of(samples, s -> s.cpu().toNanos()));
            }
        }
        return counters;
    }

    private static double grown(Cumulative c, Interval window) {
        return c.over(window).map(Cumulative.Growth::amount).orElse(0.0);
    }

    private static Group group(CpuGroup group, Cumulative counter, Cumulative process, Interval window) {
        List<Slice> slices = new ArrayList<>();
        for (Cumulative.Growth g : counter.slices(window)) {
            double all = grown(process, new Interval(g.from(), g.to()));
            double share = all > 0 ? Math.min(1, g.amount() / all) : 0;
            slices.add(new Slice(g.from(), g.to(), g.perSecond() / 1e9, share));
        }
        return new Group(group.label(), Math.round(grown(counter, window)), List.copyOf(slices));
    }

    private static Figure<Long> processors(Timeline timeline) {
        return timeline.runtime().processors().isPresent()
                ? Figure.known(timeline.runtime().processors().getAsLong(), "count", "jdk.CPUInformation or the JVM")
                : Figure.missing("the number of processors is not known");
    }

    private static GcCpu none(String why) {
        return new GcCpu(
                Figure.missing(why),
                Figure.missing(why),
                Figure.missing(why),
                Figure.missing(why),
                Figure.missing(why),
                List.of());
    }

    /** The machine's share that collector threads used while the application could run, as a loss of capacity. */
    static Figure<List<Loss>> concurrentLosses(Timeline timeline) {
        if (Instruments.go(timeline)) {
            return GoGcCpu.concurrentLosses(timeline);
        }
        long processors = timeline.runtime().processors().orElse(0);
        Optional<Interval> span = timeline.span();
        if (processors == 0 || span.isEmpty() || timeline.cpu().isEmpty()) {
            return Figure.missing(processors == 0 ? "the number of processors is not known" : NO_PROCFS);
        }
        List<Loss> losses = new ArrayList<>();
        Map<CpuGroup, Cumulative> counters = counters(timeline);
        for (CpuGroup g : List.of(CpuGroup.GC_CONCURRENT, CpuGroup.GC_WORKERS)) {
            Cumulative c = counters.get(g);
            if (c != null) {
                for (Cumulative.Growth s : c.slices(span.get())) {
                    double share = s.perSecond() / 1e9 / processors;
                    losses.add(new Loss(new Interval(s.from(), s.to()), Math.min(1, share)));
                }
            }
        }
        return Figure.known(
                losses,
                "",
                INSTRUMENT + ", gc-concurrent and gc-workers as a share of the machine, taken as even within a second"
                        + " (gc-workers also work in pauses)");
    }
}
