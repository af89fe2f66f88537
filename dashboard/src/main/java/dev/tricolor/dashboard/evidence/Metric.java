package dev.tricolor.dashboard.evidence;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonValue;
import dev.tricolor.dashboard.analysis.Figure;
import dev.tricolor.dashboard.results.RowRecord;
import java.util.Locale;
import java.util.function.Function;

/**
 * A number that every finished row has, or says why not.
 *
 * @param id such as {@code gc-cpu-share}
 * @param label in tables
 * @param unit as in {@link Figure.Known#unit()}
 * @param what the definition
 */
public record Metric(
        String id,
        String label,
        String unit,
        Better better,
        String what,
        @JsonIgnore Function<RowRecord, Figure<Double>> reading) {

    /** Which end is the good one. */
    public enum Better {
        LOW,
        HIGH,
        NEITHER;

        @JsonValue
        public String label() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
