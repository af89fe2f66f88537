package dev.tricolor.dashboard.web.matrix;

import dev.tricolor.dashboard.evidence.AaControl;
import dev.tricolor.dashboard.evidence.RunEvidence;
import dev.tricolor.dashboard.evidence.SetupEvidence;
import dev.tricolor.dashboard.evidence.WorkloadEvidence;
import dev.tricolor.dashboard.results.PlannedRow;
import dev.tricolor.dashboard.results.RowRecord;
import dev.tricolor.dashboard.results.RunHeader;
import dev.tricolor.dashboard.results.Setup;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What the page shows of a run: one workload, one heap or all, against one baseline.
 *
 * @param run which
 * @param workload shown
 * @param heap shown: bytes, or {@code all}
 * @param pictured the heap whose invocations stand in the pictures, bytes
 * @param baseline the line that ratios are taken against; empty without one
 * @param workloads to choose from
 * @param heaps to choose from, smallest first
 * @param baselines to choose from
 * @param work what holds for all setups of the workload
 * @param invocations planned of each setup, at most
 * @param controls what the A/A control says, a line for each heap shown
 */
public record MatrixView(
        Run run,
        String workload,
        String heap,
        long pictured,
        String baseline,
        List<String> workloads,
        List<Heap> heaps,
        List<Named> baselines,
        WorkloadEvidence work,
        int invocations,
        List<Control> controls,
        List<MatrixColumn> columns,
        List<MatrixRow> rows,
        Headroom headroom) {

    /** The run as its header tells it, and how far it is. */
    public record Run(
            String id,
            String started,
            String tricolor,
            String machine,
            String pinned,
            List<String> skipped,
            int planned,
            int finished) {}

    /** A heap; {@code multiple} of the smallest is null where that is not known. */
    public record Heap(long bytes, @Nullable Double multiple) {}

    /** Something to choose, with its name for people. */
    public record Named(String id, String label) {}

    /** What the control says at one heap. */
    public record Control(long heapBytes, String label, String words) {}

    private static final double USUAL_HEADROOM = 1.95;

    /** Whether a run is more than one invocation of each collector: then its rows are means, not sessions. */
    public static boolean suits(RunHeader header) {
        return header.rows().stream().anyMatch(r -> r.invocation() > 1)
                || header.rows().stream()
                                .map(PlannedRow::heapBytes)
                                .filter(bytes -> bytes > 0)
                                .distinct()
                                .count()
                        > 1
                || header.rows().stream().map(PlannedRow::workload).distinct().count() > 1;
    }

    /**
     * Of the rows that are finished.
     *
     * @throws IllegalArgumentException where the run has no such workload, heap or baseline, in words
     */
    public static MatrixView of(RunHeader header, List<RowRecord> rows, MatrixChoice choice) {
        List<String> workloads =
                header.rows().stream().map(PlannedRow::workload).distinct().toList();
        String workload = one(choice.workload(), workloads, "workload", workloads.get(0));
        List<Setup> planned = header.rows().stream()
                .map(PlannedRow::setup)
                .filter(s -> s.workload().equals(workload))
                .distinct()
                .toList();
        Map<String, Setup> lines = planned.stream()
                .filter(s -> !s.control())
                .collect(Collectors.toMap(Setup::line, s -> s, (a, b) -> a, LinkedHashMap::new));
        String usual = header.baseline() == null
                ? ""
                : lines.values().stream()
                        .filter(header.baseline()::is)
                        .map(Setup::line)
                        .findFirst()
                        .orElse("");
        String baseline = one(choice.baseline(), List.copyOf(lines.keySet()), "baseline", usual);
        RunEvidence asRun = RunEvidence.of(header, rows);
        RunEvidence evidence = baseline.equals(usual)
                ? asRun
                : RunEvidence.of(header.against(as(Objects.requireNonNull(lines.get(baseline)))), rows);
        List<SetupEvidence> setups = evidence.setups().stream()
                .filter(s -> s.setup().workload().equals(workload))
                .toList();
        List<Heap> heaps = heaps(setups);
        long pictured = usualHeap(heaps);
        String heap = heap(choice.heap(), heaps, pictured);
        if (!heap.equals(MatrixChoice.ALL_HEAPS)) {
            pictured = Long.parseLong(heap);
        }
        List<SetupEvidence> shown = setups.stream()
                .filter(s -> heap.equals(MatrixChoice.ALL_HEAPS)
                        || s.setup().unbounded()
                        || heap.equals(String.valueOf(s.setup().heapBytes())))
                .sorted((a, b) -> Long.compare(a.setup().heapBytes(), b.setup().heapBytes()))
                .toList();
        List<MatrixColumn> columns = MatrixColumns.of(setups);
        return new MatrixView(
                new Run(
                        header.id(),
                        header.started(),
                        header.tricolor(),
                        header.machine(),
                        header.pinned(),
                        header.skipped(),
                        header.rows().size(),
                        rows.size()),
                workload,
                heap,
                pictured,
                baseline,
                workloads,
                heaps,
                lines.values().stream()
                        .map(s -> new Named(s.line(), Names.label(s)))
                        .toList(),
                evidence.workloads().stream()
                        .filter(w -> w.workload().equals(workload))
                        .findFirst()
                        .orElseThrow(),
                setups.stream().mapToInt(SetupEvidence::planned).max().orElse(0),
                controls(asRun, shown),
                columns,
                MatrixRow.of(columns, shown, Representative.of(rows)),
                Headroom.of(workload, setups));
    }

    /** The sessions that stand in the pictures, in the order of the rows, by their setup's name. */
    public Map<String, String> pictures() {
        Map<String, String> sessions = new LinkedHashMap<>();
        for (MatrixRow row : rows) {
            String session = row.session();
            if (session != null && (row.heapBytes() == pictured || row.heapBytes() == 0) && !row.control()) {
                sessions.put(session, row.label());
            }
        }
        return sessions;
    }

    private static RunHeader.Baseline as(Setup s) {
        return new RunHeader.Baseline(s.collector(), s.runtime(), s.tuning());
    }

    private static String one(String asked, List<String> there, String what, String usual) {
        if (!asked.isEmpty() && !there.contains(asked)) {
            throw new IllegalArgumentException(
                    "The run has no " + what + " \"" + asked + "\"; it has " + String.join(", ", there) + ".");
        }
        return asked.isEmpty() ? usual : asked;
    }

    private static String heap(String asked, List<Heap> heaps, long usual) {
        if (asked.equals(MatrixChoice.ALL_HEAPS)) {
            return asked;
        }
        return one(
                asked,
                heaps.stream().map(h -> String.valueOf(h.bytes())).toList(),
                "heap of that many bytes,",
                String.valueOf(usual));
    }

    private static List<Heap> heaps(List<SetupEvidence> setups) {
        Map<Long, Optional<Double>> multiples = new LinkedHashMap<>();
        boolean bounded = setups.stream().anyMatch(s -> !s.setup().unbounded());
        setups.stream()
                .filter(s -> !bounded || !s.setup().unbounded())
                .forEach(s -> multiples.putIfAbsent(
                        s.setup().heapBytes(), s.headroom().optional()));
        return multiples.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(e -> new Heap(e.getKey(), e.getValue().orElse(null)))
                .toList();
    }

    /** The smallest of twice the smallest possible or more, else the largest; the middle one where multiples are unknown. */
    private static long usualHeap(List<Heap> heaps) {
        if (heaps.stream().anyMatch(h -> h.multiple() == null)) {
            return heaps.get(heaps.size() / 2).bytes();
        }
        return heaps.stream()
                .filter(h -> h.multiple() != null && h.multiple() >= USUAL_HEADROOM)
                .findFirst()
                .orElse(heaps.get(heaps.size() - 1))
                .bytes();
    }

    private static List<Control> controls(RunEvidence evidence, List<SetupEvidence> shown) {
        return AaControl.of(evidence).stream()
                .filter(c -> shown.stream().anyMatch(s -> s.setup().equals(c.setup())))
                .map(c -> new Control(c.setup().heapBytes(), Names.label(c.setup()), c.words()))
                .toList();
    }
}
