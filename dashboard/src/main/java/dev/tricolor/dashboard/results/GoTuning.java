package dev.tricolor.dashboard.results;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * How Go's collector is set for a row.
 *
 * @param gogc a percentage from 1, or {@code off}
 * @param limitBytes GOMEMLIMIT; 0 for none
 * @param greenTea {@code on} or {@code off}; empty for what the toolchain does by itself
 */
public record GoTuning(String gogc, long limitBytes, String greenTea) {
    private static final long MIB = 1 << 20;

    /** As it is kept on disk and named in keys, such as {@code gogc=off,memlimit=256m}. */
    public String text() {
        List<String> parts = new ArrayList<>(List.of("gogc=" + gogc));
        if (limitBytes > 0) {
            parts.add("memlimit=" + (limitBytes % MIB == 0 ? limitBytes / MIB + "m" : String.valueOf(limitBytes)));
        }
        if (!greenTea.isEmpty()) {
            parts.add("greentea=" + greenTea);
        }
        return String.join(",", parts);
    }

    /** From {@link #text()}; null for a JVM's, which is empty. */
    public static @Nullable GoTuning of(String text) {
        if (text.isEmpty()) {
            return null;
        }
        String gogc = "100";
        long limit = 0;
        String greenTea = "";
        for (String part : text.split(",", -1)) {
            String value = part.substring(part.indexOf('=') + 1);
            switch (part.substring(0, Math.max(0, part.indexOf('=')))) {
                case "gogc" -> gogc = value;
                case "memlimit" ->
                    limit = value.endsWith("m")
                            ? Long.parseLong(value.substring(0, value.length() - 1)) * MIB
                            : Long.parseLong(value);
                case "greentea" -> greenTea = value;
                default -> throw new IllegalArgumentException("no tuning of Go: " + text);
            }
        }
        return new GoTuning(gogc, limit, greenTea);
    }

    /** In tables, such as {@code GOGC 100} or {@code GOGC off, limit 256 MiB}. */
    public String label() {
        return "GOGC " + gogc + (limitBytes > 0 ? ", limit " + mebibytes(limitBytes) + " MiB" : "")
                + (greenTea.isEmpty() ? "" : ", Green Tea " + greenTea);
    }

    private static String mebibytes(long bytes) {
        return bytes % MIB == 0
                ? String.valueOf(bytes / MIB)
                : String.format(Locale.ROOT, "%.1f", bytes / (double) MIB);
    }
}
