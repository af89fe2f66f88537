package dev.tricolor.dashboard.evidence;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tricolor.dashboard.analysis.Figure;
import dev.tricolor.dashboard.results.PlannedRow;
import dev.tricolor.dashboard.results.RowRecord;
import dev.tricolor.dashboard.results.RunHeader;
import dev.tricolor.dashboard.results.Setup;
import dev.tricolor.dashboard.results.SmallestHeap;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * What a run says as far as it has come.
 *
 * @param metrics what each setup has
 * @param setups in the order of the plan; those without a finished row too
 * @param workloads what holds for all setups of one
 * @param finished rows, of {@code planned}
 */
public record RunEvidence(
        String run,
        int planned,
        int finished,
        List<Metric> metrics,
        List<SetupEvidence> setups,
        List<WorkloadEvidence> workloads) {

    /** The fewest invocations for a claim. */
    public static final int FEWEST_INVOCATIONS = 5;

    /** Of the rows that are finished. */
    public static RunEvidence of(RunHeader header, List<RowRecord> rows) {
        Map<Setup, Invocations> found = new LinkedHashMap<>();
        header.rows().forEach(row -> found.put(row.setup(), new Invocations(row.setup(), List.of())));
        Invocations.of(rows).forEach(i -> found.put(i.setup(), i));
        List<Invocations> all = List.copyOf(found.values());
        List<SetupEvidence> setups =
                all.stream().map(each -> setup(header, all, each)).toList();
        List<WorkloadEvidence> workloads = header.rows().stream()
                .map(PlannedRow::workload)
                .distinct()
                .map(w -> WorkloadEvidence.of(
                        w,
                        header,
                        all.stream().filter(i -> i.setup().workload().equals(w)).toList()))
                .toList();
        return new RunEvidence(header.id(), header.rows().size(), rows.size(), Metrics.ALL, setups, workloads);
    }

    private static SetupEvidence setup(RunHeader header, List<Invocations> all, Invocations each) {
        Setup setup = each.setup();
        List<Invocations> sameWork = all.stream()
                .filter(i -> i.setup().workload().equals(setup.workload())
                        && i.setup().runtime().equals(setup.runtime()))
                .toList();
        Figure<Invocations> baseline = baseline(header, all, setup);
        Map<String, Figure<Estimate>> metrics = new LinkedHashMap<>();
        Map<String, Figure<Ratio>> ratios = new LinkedHashMap<>();
        for (Metric m : Metrics.ALL) {
            metrics.put(m.id(), each.estimate(m));
            ratios.put(m.id(), ratio(m, each, baseline));
        }
        int planned = (int)
                header.rows().stream().filter(r -> r.setup().equals(setup)).count();
        boolean fixed =
                header.rows().stream().filter(r -> r.setup().equals(setup)).allMatch(PlannedRow::fixedWork);
        Figure<Estimate> noLbo = Figure.missing("the work is bounded by time: an overhead needs the same work");
        return new SetupEvidence(
                setup.key(),
                setup.label(),
                setup,
                Headroom.ofG1(header, each),
                Headroom.ofOwn(header, each),
                planned,
                each.rows().size(),
                each.ok().size(),
                each.outcomes(),
                checksum(each),
                header.baseline() != null && header.baseline().is(setup),
                metrics,
                ratios,
                fixed ? Lbo.TIME.of(each, Lbo.TIME.minimum(sameWork)) : noLbo,
                fixed ? Lbo.CPU.of(each, Lbo.CPU.minimum(sameWork)) : noLbo,
                SteadyState.of(each.ok()),
                MergedLatency.of(each.ok(), "service"),
                MergedLatency.of(each.ok(), "response"),
                each.rows().stream()
                        .map(RowRecord::session)
                        .filter(Objects::nonNull)
                        .toList());
    }

    /** The baseline at the same workload and heap; where one of the two has no heap, the only one there is. */
    private static Figure<Invocations> baseline(RunHeader header, List<Invocations> all, Setup setup) {
        RunHeader.Baseline base = header.baseline();
        List<Invocations> found = base == null
                ? List.of()
                : all.stream()
                        .filter(i -> base.is(i.setup()) && i.setup().comparableWith(setup))
                        .toList();
        return switch (found.size()) {
            case 0 -> Figure.missing("the run has no baseline for it");
            case 1 -> Figure.known(found.get(0), "", "");
            default -> Figure.missing("the baseline ran with several heaps, and this setup has none of its own");
        };
    }

    private static Figure<Ratio> ratio(Metric metric, Invocations each, Figure<Invocations> baseline) {
        if (!(baseline instanceof Figure.Known<Invocations> base)) {
            return Figure.missing(((Figure.Missing<Invocations>) baseline).why());
        }
        if (base.value().setup().equals(each.setup())) {
            return Figure.missing("it is the baseline");
        }
        Map<Integer, Double> of = each.readings(metric);
        Map<Integer, Double> against = base.value().readings(metric);
        boolean any =
                of.entrySet().stream().anyMatch(e -> e.getValue() > 0 && against.getOrDefault(e.getKey(), 0.0) > 0);
        return any
                ? Figure.known(
                        Ratio.of(of, against),
                        "ratio",
                        "geometric mean of the ratios of invocations with the same number")
                : Figure.missing("no invocation in which both have a value above 0");
    }

    private static Figure<String> checksum(Invocations each) {
        TreeSet<String> found = each.ok().stream()
                .map(row -> row.resultOrMissing().path("checksum"))
                .filter(JsonNode::isTextual)
                .map(JsonNode::asText)
                .collect(Collectors.toCollection(TreeSet::new));
        return switch (found.size()) {
            case 0 -> Figure.missing("no successful invocation with a checksum");
            case 1 -> Figure.known(found.first(), "", "the workload's result line, equal in all invocations");
            default -> Figure.missing("differs between invocations: " + String.join(", ", found));
        };
    }

    /** See {@link SetupEvidence#headroom()}. */
    private static final class Headroom {

        static Figure<Double> ofG1(RunHeader header, Invocations each) {
            Setup setup = each.setup();
            // one reference for all JDKs, or the multiples of two JDKs would mean different heaps
            return multiple(
                    each,
                    header.smallest().stream()
                            .filter(s ->
                                    s.collector().equals("g1") && s.workload().equals(setup.workload()))
                            .toList(),
                    "G1");
        }

        static Figure<Double> ofOwn(RunHeader header, Invocations each) {
            Setup setup = each.setup();
            if (setup.unbounded()) {
                return Figure.missing("Go has no heap of a given size, so it has no smallest");
            }
            return multiple(
                    each,
                    header.smallest().stream()
                            .filter(s -> s.collector().equals(setup.collector())
                                    && String.valueOf(s.jdk()).equals(setup.runtime())
                                    && s.workload().equals(setup.workload()))
                            .toList(),
                    setup.label());
        }

        /** What it was given; where it was given none, the most that it was seen to use, mean over invocations. */
        private static Figure<Double> heap(Invocations each) {
            if (!each.setup().unbounded()) {
                return Figure.known((double) each.setup().heapBytes(), "bytes", "heap");
            }
            return each.estimate(Metrics.PEAK_HEAP).map("bytes", Estimate::mean) instanceof Figure.Known<Double> k
                    ? Figure.known(k.value(), "bytes", "the most heap in use")
                    : Figure.missing("how much heap it used is not known");
        }

        private static Figure<Double> multiple(Invocations each, List<SmallestHeap> found, String whose) {
            List<SmallestHeap> known = new ArrayList<>(found);
            known.removeIf(s -> s.bytes() == 0);
            Figure<Double> heap = heap(each);
            if (!(heap instanceof Figure.Known<Double> size)) {
                return heap;
            }
            return known.stream()
                    .mapToLong(SmallestHeap::bytes)
                    .boxed()
                    .max(Long::compare)
                    .map(bytes -> Figure.known(
                            size.value() / bytes,
                            "ratio",
                            size.instrument() + " over the smallest in which the work completes under " + whose + ", "
                                    + (bytes >> 20) + " MiB, by bisection"))
                    .orElse(Figure.missing("the smallest heap under " + whose + " was not looked for (--headroom)"));
        }
    }
}
