package dev.tricolor.dashboard.run;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A heap size as people write it: {@code 512m}, {@code 2g}. */
public record HeapSize(long bytes) {
    private static final Pattern FORM = Pattern.compile("([0-9]{1,9})([kmg]?)", Pattern.CASE_INSENSITIVE);
    private static final long KB = 1024;
    private static final long MB = KB * 1024;
    private static final long GB = MB * 1024;
    private static final long SMALLEST = 8 * MB;
    private static final long LARGEST = 1024 * GB;

    /**
     * Reads a size.
     *
     * @throws BadRunException where it is none, or out of bounds
     */
    public static HeapSize parse(String text) {
        HeapSize size = read(text)
                .orElseThrow(() ->
                        new BadRunException("heap \"" + text + "\" is no size", "write it like 512m or 2g", "heaps"));
        if (size.bytes < SMALLEST || size.bytes > LARGEST) {
            throw new BadRunException(
                    "heap " + text + " is out of bounds", "between 8m and 1024g, such as 512m", "heaps");
        }
        return size;
    }

    /** Any size; empty where the text is none. */
    static Optional<HeapSize> read(String text) {
        Matcher m = FORM.matcher(text.strip());
        if (!m.matches()) {
            return Optional.empty();
        }
        long unit =
                switch (m.group(2).toLowerCase(Locale.ROOT)) {
                    case "k" -> KB;
                    case "m" -> MB;
                    case "g" -> GB;
                    default -> 1;
                };
        return Optional.of(new HeapSize(Long.parseLong(m.group(1)) * unit));
    }

    /** In the largest unit that divides it. */
    @Override
    public String toString() {
        if (bytes % GB == 0) {
            return bytes / GB + "g";
        }
        return bytes % MB == 0 ? bytes / MB + "m" : bytes % KB == 0 ? bytes / KB + "k" : String.valueOf(bytes);
    }
}
