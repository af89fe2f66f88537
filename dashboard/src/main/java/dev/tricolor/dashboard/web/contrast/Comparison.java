package dev.tricolor.dashboard.web.contrast;

import dev.tricolor.dashboard.analysis.Figure;
import dev.tricolor.dashboard.web.panel.PanelData;
import dev.tricolor.dashboard.web.panel.PanelSpec;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Several sessions side by side: heading, table and panels. A pure function of the sessions. */
public record Comparison(List<Subject> subjects) {

    /**
     * What the heading says. {@code work} is empty where not all did the same; {@code processors} are this machine's.
     *
     * @param sessions of this machine
     * @param elsewhere recorded on others
     */
    public record Heading(
            String work,
            int sessions,
            int elsewhere,
            String heap,
            String processors,
            String checksum,
            boolean sameWork) {}

    public static List<Column> columns() {
        return Columns.ALL;
    }

    public List<Row> rows() {
        return Row.of(subjects);
    }

    public List<PanelSpec> panels() {
        return Overlays.specs(subjects);
    }

    public Map<String, PanelData> data() {
        return Overlays.data(subjects);
    }

    public Heading heading() {
        Set<String> works = new HashSet<>();
        Set<String> checksums = new HashSet<>();
        Set<Long> heaps = new HashSet<>();
        Set<Long> processors = new HashSet<>();
        for (Subject s : subjects) {
            works.add(s.summary().work().workload().optional().orElse(""));
            if (s.summary().work().checksum() instanceof Figure.Known<String> k) {
                checksums.add(k.value());
            }
            s.timeline().runtime().maxHeap().ifPresent(heaps::add);
            if (s.compares()) {
                s.timeline().runtime().processors().ifPresent(processors::add);
            }
        }
        return new Heading(
                only(works),
                (int) subjects.stream().filter(Subject::compares).count(),
                (int) subjects.stream().filter(s -> !s.compares()).count(),
                only(heaps),
                only(processors),
                only(checksums),
                checksums.size() <= 1 && works.size() <= 1);
    }

    private static String only(Set<?> values) {
        return values.size() == 1 ? String.valueOf(values.iterator().next()) : "";
    }
}
