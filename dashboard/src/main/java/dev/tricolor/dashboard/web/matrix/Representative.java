package dev.tricolor.dashboard.web.matrix;

import dev.tricolor.dashboard.evidence.Metrics;
import dev.tricolor.dashboard.results.RowRecord;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The invocation that stands for its setup where only one can be drawn: the successful one with the median elapsed time. */
final class Representative {

    private record Timed(String session, double elapsedNs) {}

    private Representative() {}

    /** Sessions by {@link dev.tricolor.dashboard.results.Setup#key()}; of an even number the shorter one of the two. */
    static Map<String, Optional<String>> of(List<RowRecord> rows) {
        Map<String, List<Timed>> bySetup = new LinkedHashMap<>();
        for (RowRecord row : rows) {
            String session = row.session();
            List<Timed> each = bySetup.computeIfAbsent(row.row().setup().key(), k -> new ArrayList<>());
            if (row.ok() && session != null) {
                Metrics.ELAPSED
                        .reading()
                        .apply(row)
                        .optional()
                        .ifPresent(elapsed -> each.add(new Timed(session, elapsed)));
            }
        }
        Map<String, Optional<String>> sessions = new LinkedHashMap<>();
        bySetup.forEach((key, each) -> {
            each.sort(Comparator.comparingDouble(Timed::elapsedNs));
            sessions.put(
                    key,
                    each.isEmpty()
                            ? Optional.empty()
                            : Optional.of(each.get((each.size() - 1) / 2).session()));
        });
        return sessions;
    }
}
