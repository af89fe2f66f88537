package dev.tricolor.dashboard.web.contrast;

import dev.tricolor.dashboard.analysis.Figure;
import dev.tricolor.dashboard.analysis.PauseStats;
import dev.tricolor.dashboard.analysis.SessionSummary;
import dev.tricolor.dashboard.analysis.StallStats;
import dev.tricolor.dashboard.gc.Collector;
import dev.tricolor.dashboard.gc.Pause;
import dev.tricolor.dashboard.web.contrast.Column.Better;
import java.util.List;
import java.util.stream.Stream;

/** The columns of the contrast table, in order. */
final class Columns {

    static final List<Column> ALL = List.of(
            new Column(
                    "throughput",
                    "throughput",
                    "operations/s",
                    Better.HIGH,
                    "Operations of the workload per second of its own clock.",
                    s -> Cell.of(s.summary().work().throughput())),
            new Column(
                    "gc-cpu",
                    "GC CPU",
                    "all GC threads, % of process",
                    Better.LOW,
                    "CPU time of the collector's threads, concurrent ones too, as a share of the process's. In Serial: of the"
                            + " VM thread, which collects. In Go by its own accounting: collector / (all − idle).",
                    s -> Cell.of(s.summary().cpu().gcShare())),
            new Column(
                    "pauses",
                    "pauses",
                    "count · p99 · max",
                    Better.LOW,
                    "How often and for how long the whole world was stopped by the collector. Compared by p99. Never the whole"
                            + " cost: see stalls and GC CPU.",
                    Columns::pauses),
            new Column(
                    "stopped",
                    "stopped",
                    "in all",
                    Better.LOW,
                    "All pauses together, a pause inside another counted once.",
                    s -> Cell.of(s.summary().pauses().sum())),
            new Column(
                    "stalls",
                    "stalls",
                    "count · thread time",
                    Better.NEITHER,
                    "Single threads held up by the collector while the others may run on: how often, and added over threads. In Go mark"
                            + " assists, of which only the time is told.",
                    Columns::stalls),
            new Column(
                    "mmu",
                    "MMU",
                    "1 · 10 · 100 ms · 1 s, with stalls",
                    Better.HIGH,
                    "Minimum mutator utilisation: the application's share of its worst window of 1, 10, 100 ms and 1 s, with"
                            + " pauses and stalls. Compared at 100 ms.",
                    Columns::mmu),
            new Column(
                    "peak-rss",
                    "peak RSS",
                    "whole process",
                    Better.LOW,
                    "The most memory of the process that was resident at once, since it began.",
                    s -> Cell.of(s.summary().peakRss())),
            new Column(
                    "live",
                    "live",
                    "median",
                    Better.NEITHER,
                    "Heap used after collections that marked everything.",
                    s -> Cell.of(s.summary().heap().liveSet())),
            new Column(
                    "gogc",
                    "effective GOGC",
                    "%",
                    Better.NEITHER,
                    "The value that Go's knob would need for full or old collections to begin where these did: growth since the"
                            + " live set was taken, in percent of it.",
                    s -> Cell.of(s.summary().heap().effectiveGogc())));

    private Columns() {}

    private static Cell pauses(Subject s) {
        PauseStats p = s.summary().pauses();
        if (p.count() instanceof Figure.Known<Long> k && k.value() == 0) {
            return Cell.of(p.count());
        }
        Cell cell = Cell.of(1, List.of(p.count(), p.p99(), p.max()));
        return s.timeline().pauses().stream().anyMatch(Pause::sum)
                ? cell.unranked("sums of a cycle's stops: without gctrace nobody tells them apart")
                : cell;
    }

    private static Cell stalls(Subject s) {
        StallStats t = s.summary().stalls();
        if (t.count() instanceof Figure.Missing<Long> && t.sum() instanceof Figure.Known<Long> sum) {
            return sum.value() == 0 ? Cell.of(sum) : Cell.of(sum).bad();
        }
        if (!(t.count() instanceof Figure.Known<Long> count) || count.value() == 0) {
            return Cell.of(t.count());
        }
        return Cell.of(0, List.of(t.count(), t.sum())).bad();
    }

    private static Cell mmu(Subject s) {
        SessionSummary.MmuRow with = s.summary().mmuWithStalls();
        if (with.ms100() instanceof Figure.Missing<Double>) {
            Cell alone = row(s.summary().mmu());
            if (s.collector() == Collector.GO) {
                return alone.unranked("pauses alone: without gctrace nobody tells what goroutines were held up for");
            }
            return s.collector() == Collector.SHENANDOAH || s.collector() == Collector.SHENANDOAH_GENERATIONAL
                    ? alone.unranked("pauses alone: Shenandoah reports no stalls, so they can't be in it")
                    : alone;
        }
        return row(with);
    }

    private static Cell row(SessionSummary.MmuRow r) {
        return Cell.of(
                2,
                Stream.of(r.ms1(), r.ms10(), r.ms100(), r.s1())
                        .map(f -> f.map("ratio", share -> share))
                        .toList());
    }
}
