package dev.tricolor.dashboard.web.panel;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.List;
import java.util.Locale;

/**
 * What a page must know to draw a panel before any data comes, so that a new panel needs no new page code.
 *
 * @param subtitle units and how to read it, in a few words
 * @param axes x and y; empty for a table of facts
 * @param series in drawing order
 */
public record PanelSpec(
        String id,
        String title,
        String subtitle,
        Kind kind,
        Place place,
        List<Axis> axes,
        List<Series> series,
        Explanation explanation) {

    /** How it is drawn. */
    public enum Kind {
        /** Lines over time. */
        LINES,
        /** Areas over time, one on top of the other. */
        STACK,
        /** A dot for each event. */
        DOTS,
        /** A bar for each stretch of time, in lanes. */
        SPANS,
        /** A line over something that is not time. */
        CURVE,
        /** A bar for each bucket. */
        BARS,
        /** A lane for each session, with one collection of each kind drawn to scale from a common start. */
        RIBBON,
        /** Label and value. */
        FACTS;

        @JsonValue
        public String label() {
            return lower(this);
        }
    }

    /** Where on the page. */
    public enum Place {
        /** The wide column. */
        MAIN,
        /** The narrow one. */
        SIDE,
        /** Across the whole page. */
        WIDE,
        /** One of several equal ones in a row. */
        MULTIPLE;

        @JsonValue
        public String label() {
            return lower(this);
        }
    }

    /** How values lie on an axis. */
    public enum Scale {
        TIME,
        LINEAR,
        LOG;

        @JsonValue
        public String label() {
            return lower(this);
        }
    }

    /** What a series is, from which its colour and its stroke follow. */
    public enum Role {
        /** In the collector's own colour. */
        COLLECTOR,
        /** The world stopped: warm. */
        STOPPED,
        /** Beside the application: cool. */
        CONCURRENT,
        /** Stopped and beside the application, not told apart: between the two. */
        STOPPED_AND_CONCURRENT,
        /** One thread held up. */
        STALL,
        /** The application or anything else that is not the collector: grey. */
        OTHER,
        /** Context: fainter than the rest. */
        FAINT,
        /** A value that is known at moments only: dots. */
        SAMPLE,
        /** A bound or a goal: dashed. */
        LIMIT,
        /** A moment: a thin vertical line in the cool colour. */
        MARK,
        /** A moment at which somebody changed a setting: a vertical line in the colour of the text. */
        MARK_KNOB,
        /** A moment at which the world was stopped for the whole heap: a vertical line in the warm colour. */
        MARK_STOPPED;

        @JsonValue
        public String label() {
            return lower(this).replace('_', '-');
        }
    }

    /**
     * One axis.
     *
     * @param unit of the values as sent: {@code ns}, {@code bytes}, {@code bytes/s}, {@code share}, {@code count}; the page
     *     chooses a readable multiple and writes it on the axis
     * @param label empty where the title says it
     */
    public record Axis(Scale scale, String unit, String label) {}

    /**
     * One line, area or kind of dot.
     *
     * @param dashed for a second reading of the same thing
     * @param of the id of the session that it shows, where a panel shows several; else empty
     */
    public record Series(String id, String label, Role role, boolean dashed, String of) {
        public Series(String id, String label, Role role) {
            this(id, label, role, false);
        }

        public Series(String id, String label, Role role, boolean dashed) {
            this(id, label, role, dashed, "");
        }
    }

    /** The same with other words. */
    PanelSpec in(String otherSubtitle, Explanation words) {
        return new PanelSpec(id, title, otherSubtitle, kind, place, axes, series, words);
    }

    /** The text behind the ⓘ. */
    public record Explanation(String what, String instrument, String leavesOut) {}

    /** An axis of wall-clock time, in epoch seconds. */
    static Axis time() {
        return new Axis(Scale.TIME, "s", "");
    }

    private static String lower(Enum<?> e) {
        return e.name().toLowerCase(Locale.ROOT);
    }
}
