package dev.tricolor.dashboard.analysis;

import dev.tricolor.dashboard.gc.CpuSample;
import dev.tricolor.dashboard.gc.CpuSample.CpuGroup;
import dev.tricolor.dashboard.gc.GoMetric;
import dev.tricolor.dashboard.gc.GoMetricSample;
import dev.tricolor.dashboard.gc.Interval;
import dev.tricolor.dashboard.gc.Timeline;
import dev.tricolor.dashboard.gc.TracedCycle;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * CPU time of Go's collector, which runs on the same threads as the application, so that the kernel can't tell them apart.
 *
 * <p>Two instruments: {@code /cpu/classes} of {@code runtime/metrics}, Go's own accounting of processor time, documented as
 * an overestimate that is to be compared with itself only; and the cpu part of {@code gctrace}, cycle by cycle. The process's
 * CPU time is the kernel's. The share of the process is therefore gc / (total − idle) of {@code /cpu/classes}, and not one
 * instrument's number divided by another's.
 */
final class GoGcCpu {

    private static final String CLASSES =
            "/cpu/classes of runtime/metrics, brought up to date when a cycle ends; Go calls"
                    + " it an overestimate, comparable with itself only";
    private static final String TRACE =
            "gctrace, cpu part of the cycles: stops × processors, assists, background and idle workers; two digits,"
                    + " cut off";
    private static final String KERNEL =
            "the kernel's count once a second: getrusage by the Go agent, also at both ends of a"
                    + " workload; /proc/PID/stat by watch, in ticks of 10 ms";
    private static final String NO_PROCESS =
            "fewer than two readings of the process's CPU time in this window: needs the Go"
                    + " agent, or watch on Linux";

    private GoGcCpu() {}

    static GcCpu of(Timeline timeline, Interval window) {
        Figure<Long> total = total(timeline, window);
        Figure<Long> process = process(timeline, window);
        long processors = timeline.runtime().processors().orElse(0);
        return new GcCpu(
                total,
                process,
                share(timeline, window, total, process),
                shareOfMachine(window, total, processors),
                processors > 0
                        ? Figure.known(processors, "count", "GOMAXPROCS")
                        : Figure.missing("GOMAXPROCS is not known yet"),
                List.of());
    }

    private static Cumulative counter(Timeline timeline, GoMetric metric) {
        return Cumulative.of(timeline.go().readings(metric), s -> Math.round(s.value() * 1e9));
    }

    /** Of the cycles that lie in the window; one that lies in part counts by that part. */
    private static Figure<Long> total(Timeline timeline, Interval window) {
        if (timeline.go().traced()) {
            double ns = 0;
            for (TracedCycle c : timeline.go().cycles()) {
                ns += c.gcCpu().toNanos() * part(c, window);
            }
            return Figure.known(Math.round(ns), "ns", TRACE);
        }
        return Figure.of(
                counter(timeline, GoMetric.CPU_GC).over(window).map(g -> Math.round(g.amount())),
                "ns",
                CLASSES,
                "neither gctrace nor two readings of " + GoMetric.CPU_GC.id() + " (Go 1.20) in this window");
    }

    private static double part(TracedCycle c, Interval window) {
        long from = Math.max(Nanos.of(c.at()), Nanos.of(window.from()));
        long to = Math.min(Nanos.of(c.end()), Nanos.of(window.to()));
        long all = c.duration().toNanos();
        return all == 0 ? 0 : Math.max(0, to - from) / (double) all;
    }

    private static Figure<Long> process(Timeline timeline, Interval window) {
        List<CpuSample> read = timeline.cpu().stream()
                .filter(s -> s.group() == CpuGroup.PROCESS)
                .toList();
        return Figure.of(
                Cumulative.of(read, s -> s.cpu().toNanos()).over(window).map(g -> Math.round(g.amount())),
                "ns",
                KERNEL,
                NO_PROCESS);
    }

    private static Figure<Double> share(Timeline timeline, Interval window, Figure<Long> total, Figure<Long> process) {
        Optional<Cumulative.Growth> gc = counter(timeline, GoMetric.CPU_GC).over(window);
        Optional<Cumulative.Growth> all = counter(timeline, GoMetric.CPU_TOTAL).over(window);
        Optional<Cumulative.Growth> idle = counter(timeline, GoMetric.CPU_IDLE).over(window);
        if (gc.isEmpty() || all.isEmpty()) {
            return shareByTrace(timeline, total, process);
        }
        double busy = all.get().amount() - idle.map(Cumulative.Growth::amount).orElse(0.0);
        return busy > 0
                ? Figure.known(Math.min(1, gc.get().amount() / busy), "share", "gc / (total − idle) of " + CLASSES)
                : Figure.missing("no cycle ended in this window, and Go accounts for CPU only then");
    }

    /** Two instruments, for want of one: stops count times the processors, though these stand still in them. */
    private static Figure<Double> shareByTrace(Timeline timeline, Figure<Long> total, Figure<Long> process) {
        if (timeline.go().traced()
                && total instanceof Figure.Known<Long> gc
                && process instanceof Figure.Known<Long> all
                && all.value() > 0) {
            return gc.value() <= all.value()
                    ? Figure.known(gc.value() / (double) all.value(), "share", TRACE + "; of the process by " + KERNEL)
                    : Figure.missing(
                            "gctrace counts more CPU than the kernel gave the whole process: the machine was busy, and Go counts"
                                    + " the time in which its threads waited for a processor");
        }
        return Figure.missing(
                "needs two readings of /cpu/classes (Go 1.20 and the Go agent), or gctrace and the process's CPU time");
    }

    private static Figure<Double> shareOfMachine(Interval window, Figure<Long> total, long processors) {
        if (processors == 0) {
            return Figure.missing("GOMAXPROCS is not known yet");
        }
        return total.map("share", ns -> ns / ((double) Nanos.length(window) * processors));
    }

    /**
     * What mark workers used beside the application, as a share of all processors: spread evenly over each cycle's mark phase
     * where {@code gctrace} tells it, else from one reading to the next.
     */
    static Figure<List<Loss>> concurrentLosses(Timeline timeline) {
        List<Loss> losses = new ArrayList<>();
        if (timeline.go().traced()) {
            for (TracedCycle c : timeline.go().cycles()) {
                double capacity = (double) c.mark().toNanos() * c.processors();
                if (capacity > 0) {
                    double used = c.backgroundCpu().plus(c.idleCpu()).toNanos() / capacity;
                    Interval mark = new Interval(c.markBegan(), c.markBegan().plus(c.mark()));
                    losses.add(new Loss(mark, Math.min(1, used)));
                }
            }
            return Figure.known(
                    losses,
                    "",
                    "background and idle mark workers of gctrace as a share of GOMAXPROCS, even over the mark phase");
        }
        long processors = timeline.runtime().processors().orElse(0);
        List<GoMetricSample> read = timeline.go().readings(GoMetric.CPU_MARK_DEDICATED);
        if (processors == 0 || read.size() < 2) {
            return Figure.missing("neither gctrace nor two readings of " + GoMetric.CPU_MARK_DEDICATED.id());
        }
        Interval span = timeline.span().orElseThrow();
        for (GoMetric m : List.of(GoMetric.CPU_MARK_DEDICATED, GoMetric.CPU_MARK_IDLE)) {
            for (Cumulative.Growth s : counter(timeline, m).slices(span)) {
                double share = s.perSecond() / 1e9 / processors;
                losses.add(new Loss(new Interval(s.from(), s.to()), Math.min(1, share)));
            }
        }
        return Figure.known(
                losses,
                "",
                "mark workers of " + CLASSES + ", as a share of GOMAXPROCS, even from one cycle's end to the next");
    }
}
