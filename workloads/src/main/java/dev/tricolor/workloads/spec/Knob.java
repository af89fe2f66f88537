package dev.tricolor.workloads.spec;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One parameter of a workload: its name, what it means, its bounds and its default.
 *
 * @param defaultText as a user would type it; null if the knob is off unless given
 * @param min smallest legal value in the kind's unit
 * @param max largest legal value in the kind's unit
 * @param choices the legal texts of a {@link Kind#CHOICE}, else empty
 */
public record Knob(
        String name,
        Kind kind,
        @Nullable String defaultText,
        long min,
        long max,
        List<String> choices,
        String meaning) {

    /** What kind of text a knob takes, and the unit of the whole number it becomes. */
    public enum Kind {
        COUNT("count", "a whole number such as 1000 or 5m"),
        BYTES("bytes", "bytes such as 48m, 512k or 1g"),
        SHARE("parts per million", "a share such as 1% or 0.01"),
        DURATION("ns", "a time such as 500ms, 10s or 2m"),
        /** Bytes, or a share of the maximum heap, which becomes bytes. */
        HEAP_BYTES("bytes", "bytes such as 48m, or a share of the heap such as 45%"),
        CHOICE("text", "one of the names listed"),
        /** Any text; the workload's plan checks it. */
        TEXT("text", "text");

        public final String unit;
        private final String example;

        Kind(String unit, String example) {
            this.unit = unit;
            this.example = example;
        }
    }

    public static Knob count(String name, @Nullable String defaultText, long min, long max, String meaning) {
        return new Knob(name, Kind.COUNT, defaultText, min, max, List.of(), meaning);
    }

    public static Knob bytes(String name, String defaultText, String min, String max, String meaning) {
        return new Knob(name, Kind.BYTES, defaultText, exactBytes(min), exactBytes(max), List.of(), meaning);
    }

    /** Bytes that may also be given as a share of the maximum heap. */
    public static Knob heapBytes(String name, String defaultText, String min, String max, String meaning) {
        return new Knob(name, Kind.HEAP_BYTES, defaultText, exactBytes(min), exactBytes(max), List.of(), meaning);
    }

    /** A share; the bounds are parts per million. */
    public static Knob share(String name, String defaultText, long minPpm, long maxPpm, String meaning) {
        return new Knob(name, Kind.SHARE, defaultText, minPpm, maxPpm, List.of(), meaning);
    }

    public static Knob duration(
            String name, @Nullable String defaultText, long minNanos, long maxNanos, String meaning) {
        return new Knob(name, Kind.DURATION, defaultText, minNanos, maxNanos, List.of(), meaning);
    }

    public static Knob choice(String name, String defaultText, List<String> choices, String meaning) {
        return new Knob(name, Kind.CHOICE, defaultText, 0, 0, choices, meaning);
    }

    public static Knob text(String name, String defaultText, String meaning) {
        return new Knob(name, Kind.TEXT, defaultText, 0, 0, List.of(), meaning);
    }

    /** Whether the value is a whole number rather than text. */
    public boolean isNumber() {
        return kind != Kind.CHOICE && kind != Kind.TEXT;
    }

    /** The whole number that a user's text stands for, in the kind's unit. */
    public long parse(String text) {
        Long value = read(text.strip());
        if (value == null) {
            throw new BadInput("--" + name + " can't be '" + text + "'", "give it " + kind.example);
        }
        if (value < min || value > max) {
            throw new BadInput(
                    "--" + name + " can't be " + text + shownIfShareOfHeap(text, value),
                    "it must lie between " + show(min) + " and " + show(max));
        }
        return value;
    }

    /** The text of a knob that is not a number. */
    public String choose(String text) {
        if (kind == Kind.TEXT) {
            return text;
        }
        String choice = text.strip().toLowerCase(Locale.ROOT);
        if (!choices.contains(choice)) {
            throw new BadInput(
                    "--" + name + " can't be '" + text + "'", "it must be one of " + String.join(", ", choices));
        }
        return choice;
    }

    /** A value as a user would type it. */
    public String show(long value) {
        return switch (kind) {
            case BYTES, HEAP_BYTES -> Units.showBytes(value);
            case SHARE -> Units.showShare(value);
            case DURATION -> Units.showNanos(value);
            case COUNT, CHOICE, TEXT -> Long.toString(value);
        };
    }

    private @Nullable Long read(String text) {
        return switch (kind) {
            case COUNT -> Units.count(text);
            case BYTES -> Units.bytes(text);
            case SHARE -> Units.share(text);
            case DURATION -> Units.nanos(text);
            case HEAP_BYTES -> Heap.bytesOrShare(text);
            case CHOICE, TEXT -> null;
        };
    }

    private String shownIfShareOfHeap(String text, long value) {
        return kind == Kind.HEAP_BYTES && text.contains("%") ? " of the heap (" + show(value) + ")" : "";
    }

    private static long exactBytes(String text) {
        Long bytes = Units.bytes(text);
        if (bytes == null) {
            throw new IllegalArgumentException(text);
        }
        return bytes;
    }
}
