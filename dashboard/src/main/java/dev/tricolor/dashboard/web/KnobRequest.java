package dev.tricolor.dashboard.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.math.BigDecimal;

/**
 * What a page asks of the knob, as the command for the agent; what is wrong with it is a {@link Problem} that says why.
 *
 * <p>The body is one of {@code {"gogc": 50}}, {@code {"gogc": "off"}}, {@code {"memlimit": 536870912}}, {@code
 * {"memlimit": "off"}}, {@code {"restore": true}}.
 */
final class KnobRequest {

    static final int LEAST = 10;
    static final int MOST = 1000;
    static final int LEAST_GO = 1;
    static final int MOST_GO = 100_000;
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final String OFF = "off";

    private KnobRequest() {}

    /**
     * The command's text.
     *
     * @param go whether a Go process is asked
     * @param live bytes that are live, 0 where not known: no limit may lie below
     */
    static String command(String body, boolean go, long live) {
        JsonNode asked;
        try {
            asked = MAPPER.readTree(body);
        } catch (JsonProcessingException e) {
            throw Problem.badRequest("The body is no JSON; send {\"gogc\": 50} or {\"restore\": true}.");
        }
        if (asked == null || !asked.isObject() || asked.size() != 1) {
            throw Problem.badRequest(
                    "The body names one thing: {\"gogc\": 50}, {\"memlimit\": BYTES} or {\"restore\": true}.");
        }
        String name = asked.fieldNames().next();
        JsonNode value = asked.get(name);
        return switch (name) {
            case "gogc" -> "gogc " + (go ? gogc(value, LEAST_GO, MOST_GO) : gogc(value, LEAST, MOST));
            case "memlimit" -> "memlimit " + limit(value, go, live);
            case "restore" -> restore(value);
            default ->
                throw Problem.badRequest("There is no \"" + name + "\" to turn; there are gogc, memlimit, restore.");
        };
    }

    private static String restore(JsonNode value) {
        if (!value.isBoolean() || !value.booleanValue()) {
            throw Problem.badRequest("restore is true, or left out.");
        }
        return "restore";
    }

    private static String gogc(JsonNode value, int least, int most) {
        if (value.isTextual() && value.textValue().equals(OFF)) {
            return OFF;
        }
        if (!whole(value, least, most)) {
            throw Problem.badRequest("gogc is a whole number from " + least + " to " + most + ", or \"off\"; it was "
                    + shown(value) + ". Nothing was set.");
        }
        return Integer.toString(value.intValue());
    }

    private static String limit(JsonNode value, boolean go, long live) {
        if (!go) {
            throw Problem.badRequest("A JVM takes no memory limit while it runs; turn gogc. Nothing was set.");
        }
        if (value.isTextual() && value.textValue().equals(OFF)) {
            return OFF;
        }
        if (!whole(value, 1, Long.MAX_VALUE)) {
            throw Problem.badRequest(
                    "memlimit is a whole number of bytes, or \"off\"; it was " + shown(value) + ". Nothing was set.");
        }
        long bytes = value.longValue();
        if (bytes <= live) {
            throw Problem.badRequest("A limit of " + bytes + " bytes lies below the live set of " + live
                    + " bytes: the collector would run without end. Nothing was set.");
        }
        return Long.toString(bytes);
    }

    private static boolean whole(JsonNode value, long least, long most) {
        if (!value.isNumber() || (value.isFloatingPointNumber() && !Double.isFinite(value.doubleValue()))) {
            return false;
        }
        BigDecimal number = value.decimalValue();
        return number.stripTrailingZeros().scale() <= 0
                && number.compareTo(BigDecimal.valueOf(least)) >= 0
                && number.compareTo(BigDecimal.valueOf(most)) <= 0;
    }

    /** Short enough for an error message. */
    private static String shown(JsonNode value) {
        String text = value.toString();
        return text.length() <= 40 ? text : text.substring(0, 40) + "…";
    }
}
