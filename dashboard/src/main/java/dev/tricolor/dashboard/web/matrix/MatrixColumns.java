package dev.tricolor.dashboard.web.matrix;

import dev.tricolor.dashboard.analysis.Figure;
import dev.tricolor.dashboard.evidence.Estimate;
import dev.tricolor.dashboard.evidence.Metric;
import dev.tricolor.dashboard.evidence.Metric.Better;
import dev.tricolor.dashboard.evidence.Metrics;
import dev.tricolor.dashboard.evidence.Ratio;
import dev.tricolor.dashboard.evidence.SetupEvidence;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The columns of the table over a run, in order. */
final class MatrixColumns {
    private static final String LBO =
            "Lower bound overhead in %s (Cai and others, ISPASS 2022): %s over the least that the"
                    + " same work costs on the same runtime when all explicit work of the collector is taken away. From 1; a bound"
                    + " from below.";

    private MatrixColumns() {}

    /** Latency is that from the intended start where the run has one (an open loop), else from the actual one. */
    static List<MatrixColumn> of(List<SetupEvidence> setups) {
        Metric latency = latency(setups);
        boolean response = latency.equals(Metrics.RESPONSE_P999);
        return List.of(
                new MatrixColumn(
                        "ratio",
                        "throughput",
                        "× baseline, 95 % CI",
                        Better.HIGH,
                        "Operations per second over those of the baseline with the same heap: geometric mean of the ratios of"
                                + " invocations with the same number, with its 95 % confidence interval.",
                        false,
                        MatrixColumns::ratio),
                of(Metrics.THROUGHPUT, "throughput", "operations/s", Better.NEITHER),
                of(Metrics.GC_CPU_SHARE, "GC CPU", "% of process", Better.LOW),
                new MatrixColumn(
                        "pauses",
                        "pauses",
                        "count · p99 · max",
                        Better.LOW,
                        "How often and for how long the whole world was stopped by the collector; the interval is that of p99,"
                                + " by which they are compared. Never the whole cost: see stalls and GC CPU.",
                        false,
                        s -> several(s, 1, "pauses", "pause-p99", "pause-max")),
                of("stall-sum", "stalls", "thread time", Better.NEITHER),
                new MatrixColumn(
                        "mmu",
                        "MMU",
                        "10 · 100 ms, with stalls",
                        Better.HIGH,
                        "Minimum mutator utilisation: the application's share of its worst window of 10 and 100 ms, with pauses"
                                + " and stalls. Compared at 100 ms.",
                        false,
                        MatrixColumns::mmu),
                of(latency, "p99.9", response ? "response, intended start" : "service, actual start", Better.LOW),
                of(Metrics.PEAK_RSS, "peak RSS", "whole process", Better.LOW),
                of("live", "live", "after marking", Better.NEITHER),
                of("gogc", "eff. GOGC", "%", Better.NEITHER),
                new MatrixColumn(
                        "lbo-time",
                        "LBO",
                        "time",
                        Better.LOW,
                        String.format(LBO, "time", "elapsed time"),
                        true,
                        s -> MatrixCell.of(factor(s.lboTime()))),
                new MatrixColumn(
                        "lbo-cpu",
                        "LBO",
                        "CPU",
                        Better.LOW,
                        String.format(LBO, "CPU", "the process's CPU time"),
                        true,
                        s -> MatrixCell.of(factor(s.lboCpu()))));
    }

    /** The latency that the run can tell. */
    static Metric latency(List<SetupEvidence> setups) {
        boolean response = setups.stream()
                .anyMatch(s -> s.metrics().get(Metrics.RESPONSE_P999.id()) instanceof Figure.Known<Estimate>);
        return response ? Metrics.RESPONSE_P999 : Metrics.SERVICE_P999;
    }

    private static MatrixColumn of(Metric m, String label, String note, Better better) {
        return new MatrixColumn(m.id(), label, note, better, m.what(), false, s -> several(s, 0, m.id()));
    }

    private static MatrixColumn of(String id, String label, String note, Better better) {
        Metric metric =
                Metrics.ALL.stream().filter(m -> m.id().equals(id)).findFirst().orElseThrow();
        return of(metric, label, note, better);
    }

    private static MatrixCell several(SetupEvidence s, int strong, String... metrics) {
        return MatrixCell.of(
                strong, Stream.of(metrics).map(id -> figure(s.metrics(), id)).toList());
    }

    private static Figure<Estimate> figure(Map<String, Figure<Estimate>> by, String id) {
        return by.getOrDefault(id, Figure.missing("not asked for"));
    }

    /** A ratio to be read with three digits after the point. */
    private static Figure<Estimate> factor(Figure<Estimate> figure) {
        return figure.map("factor", e -> e);
    }

    private static MatrixCell ratio(SetupEvidence s) {
        if (s.baseline()) {
            return MatrixCell.baseline();
        }
        Figure<Ratio> ratio = s.ratios().getOrDefault(Metrics.THROUGHPUT.id(), Figure.missing("not asked for"));
        return ratio instanceof Figure.Known<Ratio> k
                ? MatrixCell.of(k.value(), k.instrument())
                : MatrixCell.missing(((Figure.Missing<Ratio>) ratio).why());
    }

    private static MatrixCell mmu(SetupEvidence s) {
        Figure<Estimate> ten = figure(s.metrics(), "mmu-10ms").map("ratio", e -> e);
        Figure<Estimate> hundred = figure(s.metrics(), "mmu-100ms").map("ratio", e -> e);
        MatrixCell cell = MatrixCell.of(1, List.of(ten, hundred));
        return s.setup().collector().startsWith("shenandoah")
                ? cell.unranked("pauses alone: Shenandoah reports no stalls, so they can't be in it")
                : cell;
    }
}
