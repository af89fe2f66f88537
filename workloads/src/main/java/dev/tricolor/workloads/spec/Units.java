package dev.tricolor.workloads.spec;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Exact conversions between what people type (48m, 1%, 10s) and whole numbers; null where the text is malformed. */
public final class Units {
    /** A share is held as parts per million, so that the operation stream never sees floating point. */
    public static final long PPM = 1_000_000;

    private static final Pattern NUMBER_WITH_UNIT = Pattern.compile("(\\d{1,19}(?:\\.\\d{1,9})?)([a-z%]*)");
    private static final Map<String, Long> COUNT_UNITS =
            Map.of("", 1L, "k", 1_000L, "m", 1_000_000L, "g", 1_000_000_000L);
    private static final Map<String, Long> BYTE_UNITS =
            Map.of("", 1L, "b", 1L, "k", 1L << 10, "m", 1L << 20, "g", 1L << 30);
    private static final Map<String, Long> SHARE_UNITS = Map.of("", PPM, "%", PPM / 100);
    private static final Map<String, Long> NANOS_UNITS = Map.of(
            "ns",
            1L,
            "us",
            1_000L,
            "ms",
            1_000_000L,
            "s",
            1_000_000_000L,
            "m",
            60_000_000_000L,
            "h",
            3_600_000_000_000L);

    private Units() {}

    public static @Nullable Long count(String text) {
        return whole(text, COUNT_UNITS);
    }

    public static @Nullable Long bytes(String text) {
        return whole(text, BYTE_UNITS);
    }

    /** Parts per million of "0.01" or "1%". */
    public static @Nullable Long share(String text) {
        return whole(text, SHARE_UNITS);
    }

    /** Nanoseconds of "250ms" or "1.5s". */
    public static @Nullable Long nanos(String text) {
        return whole(text, NANOS_UNITS);
    }

    /** "48m" for 50331648: the shortest exact form. */
    public static String showBytes(long bytes) {
        if (bytes != 0 && bytes % (1L << 30) == 0) {
            return (bytes >> 30) + "g";
        }
        if (bytes != 0 && bytes % (1L << 20) == 0) {
            return (bytes >> 20) + "m";
        }
        return bytes != 0 && bytes % (1L << 10) == 0 ? (bytes >> 10) + "k" : Long.toString(bytes);
    }

    public static String showShare(long ppm) {
        return BigDecimal.valueOf(ppm, 4).stripTrailingZeros().toPlainString() + "%";
    }

    public static String showNanos(long nanos) {
        if (nanos % 1_000_000_000L == 0) {
            return nanos / 1_000_000_000L + "s";
        }
        if (nanos % 1_000_000L == 0) {
            return nanos / 1_000_000L + "ms";
        }
        return nanos % 1_000L == 0 ? nanos / 1_000L + "us" : nanos + "ns";
    }

    private static @Nullable Long whole(String text, Map<String, Long> units) {
        Matcher matcher = NUMBER_WITH_UNIT.matcher(text.toLowerCase(Locale.ROOT));
        if (!matcher.matches()) {
            return null;
        }
        Long unit = units.get(matcher.group(2));
        if (unit == null) {
            return null;
        }
        BigDecimal value = new BigDecimal(matcher.group(1)).multiply(BigDecimal.valueOf(unit));
        try {
            BigInteger exact = value.toBigIntegerExact();
            return exact.bitLength() < Long.SIZE ? exact.longValue() : null;
        } catch (ArithmeticException fraction) {
            return null;
        }
    }
}
