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
import java.util.Optional;
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
                        && i.setup().jdk() == setup.jdk())
                .toList();
        Optional<Invocations> baseline = baseline(header, all, setup);
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
                Headroom.ofG1(header, setup),
                Headroom.ofOwn(header, setup),
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

    private static Optional<Invocations> baseline(RunHeader header, List<Invocations> all, Setup setup) {
        return Optional.ofNullable(header.baseline())
                .flatMap(base -> all.stream()
                        .filter(i -> base.is(i.setup()) && i.setup().comparableWith(setup))
                        .findFirst());
    }

    private static Figure<Ratio> ratio(Metric metric, Invocations each, Optional<Invocations> baseline) {
        if (baseline.isEmpty()) {
            return Figure.missing("the run has no baseline for it");
        }
        if (baseline.get().setup().equals(each.setup())) {
            return Figure.missing("it is the baseline");
        }
        Map<Integer, Double> of = each.readings(metric);
        Map<Integer, Double> against = baseline.get().readings(metric);
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

        static Figure<Double> ofG1(RunHeader header, Setup setup) {
            // one reference for all JDKs, or the multiples of two JDKs would mean different heaps
            return multiple(
                    setup,
                    header.smallest().stream()
                            .filter(s ->
                                    s.collector().equals("g1") && s.workload().equals(setup.workload()))
                            .toList(),
                    "G1");
        }

        static Figure<Double> ofOwn(RunHeader header, Setup setup) {
            return multiple(
                    setup,
                    header.smallest().stream()
                            .filter(s -> s.collector().equals(setup.collector())
                                    && s.jdk() == setup.jdk()
                                    && s.workload().equals(setup.workload()))
                            .toList(),
                    setup.label());
        }

        private static Figure<Double> multiple(Setup setup, List<SmallestHeap> found, String whose) {
            List<SmallestHeap> known = new ArrayList<>(found);
            known.removeIf(s -> s.bytes() == 0);
            return known.stream()
                    .mapToLong(SmallestHeap::bytes)
                    .boxed()
                    .max(Long::compare)
                    .map(bytes -> Figure.known(
                            (double) setup.heapBytes() / bytes,
                            "ratio",
                            "heap over the smallest in which the work completes under " + whose + ", " + (bytes >> 20)
                                    + " MiB, by bisection"))
                    .orElse(Figure.missing("the smallest heap under " + whose + " was not looked for (--headroom)"));
        }
    }
}
