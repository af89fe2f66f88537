package dev.tricolor.dashboard.web.contrast;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import java.util.function.Function;

/**
 * A column of the contrast table.
 *
 * @param note unit and reading, in small print under the label
 * @param what the definition behind the column's head
 */
public record Column(
        String id,
        String label,
        String note,
        Better better,
        String what,
        @JsonIgnore Function<Subject, Cell> cell) {

    /** Which end of the column is the good one. */
    public enum Better {
        LOW,
        HIGH,
        /** Neither: a setting or a consequence of one. */
        NEITHER;

        @JsonValue
        public String label() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
