package dev.tricolor.workloads.spec;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The validated value of every knob of one run. */
public final class Parameters {
    private final Map<String, @Nullable Object> values;

    private Parameters(Map<String, @Nullable Object> values) {
        this.values = values;
    }

    /**
     * Reads and checks the text of every knob.
     *
     * @param given the user's text for a knob's name, or null for its default
     * @throws BadInput at the first value that is malformed or out of bounds
     */
    public static Parameters read(List<Knob> knobs, Function<String, @Nullable String> given) {
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        for (Knob knob : knobs) {
            String text = given.apply(knob.name());
            if (text == null) {
                text = knob.defaultText();
            }
            if (text == null) {
                values.put(knob.name(), null);
            } else {
                values.put(knob.name(), knob.isNumber() ? (Object) knob.parse(text) : knob.choose(text));
            }
        }
        return new Parameters(values);
    }

    /** The same, one optional knob off. */
    public Parameters without(String knob) {
        Map<String, @Nullable Object> fewer = new LinkedHashMap<>(values);
        fewer.put(knob, null);
        return new Parameters(fewer);
    }

    /** Whether an optional knob was given. */
    public boolean has(String knob) {
        return values.get(knob) != null;
    }

    public long number(String knob) {
        if (values.get(knob) instanceof Long number) {
            return number;
        }
        throw new IllegalArgumentException("no number in --" + knob);
    }

    /** A number whose knob is bounded well below 2^31. */
    public int small(String knob) {
        return Math.toIntExact(number(knob));
    }

    public String text(String knob) {
        if (values.get(knob) instanceof String text) {
            return text;
        }
        throw new IllegalArgumentException("no text in --" + knob);
    }

    /** Every knob in declaration order; numbers in the unit of their kind, null where an optional knob is off. */
    public Map<String, @Nullable Object> asMap() {
        return Collections.unmodifiableMap(values);
    }
}
