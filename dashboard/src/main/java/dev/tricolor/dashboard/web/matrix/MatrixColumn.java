package dev.tricolor.dashboard.web.matrix;

import com.fasterxml.jackson.annotation.JsonIgnore;
import dev.tricolor.dashboard.evidence.Metric.Better;
import dev.tricolor.dashboard.evidence.SetupEvidence;
import java.util.function.Function;

/**
 * A column of the table.
 *
 * @param note unit and reading, in small print under the label
 * @param what the definition behind the column's head
 * @param withinRuntime whether only setups of the same runtime can be compared in it
 */
public record MatrixColumn(
        String id,
        String label,
        String note,
        Better better,
        String what,
        boolean withinRuntime,
        @JsonIgnore Function<SetupEvidence, MatrixCell> cell) {}
