package dev.tricolor.dashboard.web.panel;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;

/** A panel's content at one moment. */
public sealed interface PanelData permits Points, Ribbon, PanelData.Facts, PanelData.Empty {

    /** Which of them, for the page. */
    @JsonProperty
    String type();

    /** Nothing to draw, and why: a sentence without a full stop that fits alone in the panel. */
    record Empty(String why) implements PanelData {
        @Override
        public String type() {
            return "empty";
        }
    }

    /**
     * Label and value, in order.
     *
     * @param more what is folded away at first; a label is {@code group: label}
     */
    record Facts(List<Fact> rows, List<Fact> more) implements PanelData {
        Facts(List<Fact> rows) {
            this(rows, List.of());
        }

        @Override
        public String type() {
            return "facts";
        }
    }

    /**
     * One row.
     *
     * @param note small print beside the label; may be empty
     * @param parts the value: one number, or several that belong together; empty where {@code missing} says why
     * @param tone {@code plain} or {@code bad}
     * @param instrument where the value comes from; may be empty
     */
    record Fact(String label, String note, List<Part> parts, String tone, String missing, String instrument) {
        public static Fact text(String label, String text) {
            return new Fact(label, "", List.of(new Part(text, Double.NaN, "")), "plain", "", "");
        }

        public static Fact missing(String label, String note, String why) {
            return new Fact(label, note, List.of(), "plain", why, "");
        }
    }

    /**
     * A word, or a number with its unit.
     *
     * @param text where it is a word; beside a number, what stands between it and the one before instead of a comma
     * @param value NaN where it is a word only
     */
    record Part(String text, double value, String unit) {
        public static Part of(double value, String unit) {
            return new Part("", value, unit);
        }
    }
}
