package dev.tricolor.dashboard.control;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Holds a value for a knob against what the catalogue says of it, so that a page can say at once what the workload would say
 * once it runs. A file name is refused: a page names no files of this machine.
 */
final class KnobValue {
    private static final Pattern NUMBER = Pattern.compile("(\\d{1,19}(?:\\.\\d{1,9})?)([a-z%]*)");
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_-]{0,30}");
    private static final BigDecimal K = BigDecimal.valueOf(1000);
    private static final BigDecimal KI = BigDecimal.valueOf(1024);
    private static final Map<String, BigDecimal> COUNTS =
            Map.of("", BigDecimal.ONE, "k", K, "m", K.pow(2), "g", K.pow(3));
    private static final Map<String, BigDecimal> BYTES =
            Map.of("", BigDecimal.ONE, "b", BigDecimal.ONE, "k", KI, "m", KI.pow(2), "g", KI.pow(3));
    private static final Map<String, BigDecimal> SHARES = Map.of("", K.pow(2), "%", BigDecimal.valueOf(10_000));
    private static final Map<String, BigDecimal> NANOS = Map.of(
            "ns", BigDecimal.ONE,
            "us", K,
            "ms", K.pow(2),
            "s", K.pow(3),
            "m", K.pow(3).multiply(BigDecimal.valueOf(60)),
            "h", K.pow(3).multiply(BigDecimal.valueOf(3600)));

    private KnobValue() {}

    /** What is wrong with it, in words; empty where nothing is. */
    static Optional<String> wrong(JsonNode knob, String value) {
        String name = knob.path("name").asText();
        return switch (knob.path("kind").asText()) {
            case "count" -> number(knob, name, value, COUNTS, "a whole number such as 1000 or 5m");
            case "bytes" -> number(knob, name, value, BYTES, "bytes such as 48m, 512k or 1g");
            case "share" -> number(knob, name, value, SHARES, "a share such as 1% or 0.01");
            case "duration" -> number(knob, name, value, NANOS, "a time such as 500ms, 10s or 2m");
            case "heap_bytes" ->
                value.endsWith("%")
                        ? shareOfHeap(name, value)
                        : number(knob, name, value, BYTES, "bytes such as 48m, or a share of the heap such as 45%");
            case "choice" -> choice(knob, name, value);
            default ->
                NAME.matcher(value).matches()
                        ? Optional.empty()
                        : Optional.of(name + " \"" + value
                                + "\" is no plain name; files can be given on the command line only");
        };
    }

    private static Optional<String> choice(JsonNode knob, String name, String value) {
        List<String> choices = new ArrayList<>();
        knob.path("choices").forEach(c -> choices.add(c.asText()));
        return choices.contains(value)
                ? Optional.empty()
                : Optional.of(name + " \"" + value + "\" is none of " + String.join(", ", choices));
    }

    private static Optional<String> shareOfHeap(String name, String value) {
        return read(value, SHARES)
                        .filter(v -> v.signum() > 0 && v.compareTo(K.pow(2)) < 0)
                        .isPresent()
                ? Optional.empty()
                : Optional.of(name + " \"" + value + "\" is no share of the heap, such as 45%");
    }

    private static Optional<String> number(
            JsonNode knob, String name, String value, Map<String, BigDecimal> units, String form) {
        Optional<BigDecimal> read = read(value, units);
        if (read.isEmpty()) {
            return Optional.of(name + " \"" + value + "\" is not " + form);
        }
        BigDecimal least = knob.path("min").decimalValue();
        BigDecimal most = knob.path("max").decimalValue();
        boolean within = read.get().compareTo(least) >= 0 && read.get().compareTo(most) <= 0;
        return within ? Optional.empty() : Optional.of(name + " " + value + " is out of bounds");
    }

    private static Optional<BigDecimal> read(String value, Map<String, BigDecimal> units) {
        Matcher m = NUMBER.matcher(value);
        if (!m.matches() || !units.containsKey(m.group(2))) {
            return Optional.empty();
        }
        BigDecimal exact = new BigDecimal(m.group(1)).multiply(units.get(m.group(2)));
        return exact.stripTrailingZeros().scale() > 0 ? Optional.empty() : Optional.of(exact);
    }
}
