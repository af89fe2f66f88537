package dev.tricolor.dashboard.cli;

import dev.tricolor.dashboard.analysis.Figure;
import dev.tricolor.dashboard.evidence.AaControl;
import dev.tricolor.dashboard.evidence.Estimate;
import dev.tricolor.dashboard.evidence.Metric;
import dev.tricolor.dashboard.evidence.Metrics;
import dev.tricolor.dashboard.evidence.Ratio;
import dev.tricolor.dashboard.evidence.RunEvidence;
import dev.tricolor.dashboard.evidence.SetupEvidence;
import dev.tricolor.dashboard.evidence.SteadyState;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What a run says, for people: a row for each setup, means with their intervals, ratios in words. */
final class EvidenceTable {
    private static final List<Metric> SHOWN =
            List.of(Metrics.THROUGHPUT, Metrics.GC_CPU_SHARE, Metrics.PAUSE_SUM, Metrics.PROCESS_CPU, Metrics.PEAK_RSS);

    private EvidenceTable() {}

    static String of(RunEvidence evidence) {
        boolean workloads = evidence.workloads().size() > 1;
        boolean headroom =
                evidence.setups().stream().anyMatch(s -> s.headroom().optional().isPresent());
        Table table = new Table();
        if (workloads) {
            table.words("workload");
        }
        table.words("setup").numbers("heap");
        if (headroom) {
            table.numbers("headroom");
        }
        table.numbers("n", "throughput");
        table.words("against baseline");
        SHOWN.stream().skip(1).forEach(m -> table.numbers(m.label()));
        table.numbers("LBO time", "LBO CPU").words("steady", "outcome");
        for (SetupEvidence setup : evidence.setups()) {
            List<String> cells = new ArrayList<>();
            if (workloads) {
                cells.add(setup.setup().workload());
            }
            cells.add(setup.label());
            cells.add(Units.heap(setup.setup().heapBytes()));
            if (headroom) {
                cells.add(setup.headroom()
                        .optional()
                        .map(m -> String.format(Locale.ROOT, "%.2f", m))
                        .orElse("-"));
            }
            cells.add(String.valueOf(setup.ok()));
            cells.add(estimate(setup, Metrics.THROUGHPUT, table));
            cells.add(against(setup));
            SHOWN.stream().skip(1).forEach(m -> cells.add(estimate(setup, m, table)));
            cells.add(overhead(setup.lboTime(), table));
            cells.add(overhead(setup.lboCpu(), table));
            cells.add(setup.steady().optional().map(SteadyState::words).orElse("-"));
            cells.add(setup.outcomes());
            table.row(cells);
        }
        StringBuilder text = new StringBuilder(table.toString());
        evidence.workloads().forEach(w -> {
            text.append('\n').append(w.workload());
            text.append(
                    w.checksums().size() == 1
                            ? ": checksum " + w.checksums().iterator().next() + " in every run"
                            : ": no common checksum");
            w.notes().forEach(note -> text.append("\n  note: ").append(note));
        });
        controls(evidence).forEach(line -> text.append('\n').append(line));
        return text.append('\n').toString();
    }

    /** What the A/A control says, a line for each workload and heap; empty without one. */
    static List<String> controls(RunEvidence evidence) {
        return AaControl.of(evidence).stream()
                .map(c -> "A/A control, " + c.setup().workload() + " with "
                        + Units.heap(c.setup().heapBytes()) + ": " + c.words())
                .toList();
    }

    private static String estimate(SetupEvidence setup, Metric metric, Table table) {
        Figure<Estimate> figure = setup.metrics().getOrDefault(metric.id(), Figure.missing("not asked for"));
        if (!(figure instanceof Figure.Known<Estimate> k)) {
            return table.missing(((Figure.Missing<Estimate>) figure).why());
        }
        Estimate e = k.value();
        String mean = Units.of(e.mean(), metric.unit());
        return e.hasInterval() && e.mean() != 0
                ? mean + String.format(Locale.ROOT, " ±%.1f %%", 100 * e.half() / Math.abs(e.mean()))
                : mean;
    }

    private static String against(SetupEvidence setup) {
        if (setup.baseline()) {
            return "baseline";
        }
        Figure<Ratio> figure = setup.ratios().getOrDefault(Metrics.THROUGHPUT.id(), Figure.missing(""));
        if (!(figure instanceof Figure.Known<Ratio> k)) {
            return "-";
        }
        Ratio r = k.value();
        return r.hasInterval()
                ? String.format(Locale.ROOT, "%.3f [%.3f, %.3f] %s", r.value(), r.low(), r.high(), r.words())
                : String.format(Locale.ROOT, "%.3f, %s", r.value(), r.words());
    }

    private static String overhead(Figure<Estimate> figure, Table table) {
        if (!(figure instanceof Figure.Known<Estimate> k)) {
            return table.missing(((Figure.Missing<Estimate>) figure).why());
        }
        Estimate e = k.value();
        return e.hasInterval()
                ? String.format(Locale.ROOT, "%.3f ±%.3f", e.mean(), e.half())
                : String.format(Locale.ROOT, "%.3f", e.mean());
    }
}
