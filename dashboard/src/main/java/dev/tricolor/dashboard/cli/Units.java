package dev.tricolor.dashboard.cli;

import dev.tricolor.dashboard.run.HeapSize;
import java.util.Locale;

/** Numbers with units for people. A MB is 1024 × 1024 bytes. */
final class Units {
    private Units() {}

    /** Three digits that matter: {@code 950 ns}, {@code 12.3 µs}, {@code 4.56 ms}, {@code 1.20 s}. */
    static String nanos(double ns) {
        if (ns < 1e3) {
            return String.format(Locale.ROOT, "%.0f ns", ns);
        }
        if (ns < 1e6) {
            return digits(ns / 1e3) + " µs";
        }
        return ns < 1e9 ? digits(ns / 1e6) + " ms" : digits(ns / 1e9) + " s";
    }

    static String bytes(double bytes) {
        if (bytes < 1024) {
            return String.format(Locale.ROOT, "%.0f B", bytes);
        }
        if (bytes < 1024 * 1024) {
            return digits(bytes / 1024) + " KiB";
        }
        return bytes < 10L * 1024 * 1024 * 1024
                ? digits(bytes / (1024 * 1024)) + " MiB"
                : digits(bytes / (1024 * 1024 * 1024)) + " GiB";
    }

    /** The size of a heap as it is asked for, such as {@code 512m}; a dash where none was given. */
    static String heap(long bytes) {
        return bytes == 0 ? "-" : new HeapSize(bytes).toString();
    }

    /** {@code 0.123} as {@code 12.3 %}. */
    static String share(double share) {
        return String.format(Locale.ROOT, "%.1f %%", share * 100);
    }

    static String rate(double perSecond) {
        if (perSecond < 1e4) {
            return digits(perSecond) + "/s";
        }
        return perSecond < 1e6 ? digits(perSecond / 1e3) + " k/s" : digits(perSecond / 1e6) + " M/s";
    }

    /** A value in one of the units of {@code Figure}. */
    static String of(double value, String unit) {
        return switch (unit) {
            case "ns" -> nanos(value);
            case "bytes" -> bytes(value);
            case "bytes/s" -> bytes(value) + "/s";
            case "operations/s" -> rate(value);
            case "share" -> share(value);
            case "%" -> share(value / 100);
            default -> plain(value);
        };
    }

    /** Three digits that matter, without a unit. */
    static String plain(double value) {
        return digits(value);
    }

    private static String digits(double value) {
        if (value < 10) {
            return String.format(Locale.ROOT, "%.2f", value);
        }
        return String.format(Locale.ROOT, value < 100 ? "%.1f" : "%.0f", value);
    }
}
