package dev.tricolor.workloads.heap;

import dev.tricolor.workloads.spec.BadInput;
import dev.tricolor.workloads.spec.Units;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * A histogram of object sizes from which sizes are drawn. Sizes are what a HotSpot heap holds, header included, because
 * published demographics are; the payload asked for is {@value #ARRAY_HEADER_BYTES} bytes less.
 */
public final class Sizes {
    public static final int ARRAY_HEADER_BYTES = 16;
    private static final int MIN_BYTES = 24;
    private static final int MAX_BYTES = 64 << 20;
    private static final int MAX_ENTRIES = 1_000;
    private static final int MAX_TOTAL_WEIGHT = 1_000_000_000;
    private static final String FILE_FORMAT =
            "each line is a size in bytes (24 to 64m) and a whole weight, such as '32 700'";

    /** One size and how often it comes relative to the others. */
    public record Entry(int bytes, int weight) {}

    private final int[] bytes;
    private final int[] weightUpTo;
    private final int totalWeight;
    private final List<Entry> entries;

    public Sizes(List<Entry> given) {
        entries = given.stream().sorted(Comparator.comparingInt(Entry::bytes)).toList();
        bytes = new int[entries.size()];
        weightUpTo = new int[entries.size()];
        int sum = 0;
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = entries.get(i).bytes();
            sum += entries.get(i).weight();
            weightUpTo[i] = sum;
        }
        totalWeight = sum;
    }

    /** A preset by name, or the histogram in a file. */
    public static Sizes named(String presetOrFile) {
        Sizes preset = SizePresets.ALL.get(presetOrFile);
        return preset != null ? preset : read(presetOrFile);
    }

    /** Draws the size of one object in bytes, with one random number. */
    public int draw(SplitMix64 random) {
        int weight = random.below(totalWeight);
        int i = 0;
        while (weight >= weightUpTo[i]) {
            i++;
        }
        return bytes[i];
    }

    /** The mean size, rounded down. */
    public long meanBytes() {
        long sum = 0;
        for (Entry entry : entries) {
            sum += (long) entry.bytes() * entry.weight();
        }
        return sum / totalWeight;
    }

    /** The smallest size that at least this share of the objects doesn't exceed. */
    public int percentileBytes(double share) {
        int i = 0;
        while (weightUpTo[i] < share * totalWeight) {
            i++;
        }
        return bytes[i];
    }

    private static Sizes read(String name) {
        List<String> lines;
        try {
            Path file = Path.of(name);
            if (!Files.isRegularFile(file) || Files.size(file) > 1 << 20) {
                throw new BadInput(
                        "--sizes can't be '" + name + "'",
                        "give it one of " + String.join(", ", SizePresets.NAMES) + " or a text file under 1 MB");
            }
            lines = Files.readAllLines(file, StandardCharsets.UTF_8);
        } catch (IOException | InvalidPathException e) {
            throw new BadInput("--sizes can't read '" + name + "'", "give it a readable text file: " + FILE_FORMAT);
        }
        List<Entry> entries = new ArrayList<>();
        long total = 0;
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i).strip();
            if (!line.isEmpty() && !line.startsWith("#")) {
                Entry entry = entry(name, i + 1, line);
                entries.add(entry);
                total += entry.weight();
            }
        }
        if (entries.isEmpty() || entries.size() > MAX_ENTRIES || total > MAX_TOTAL_WEIGHT) {
            throw new BadInput(
                    "the size histogram '" + name + "' must have 1 to " + MAX_ENTRIES + " lines and weights of at most "
                            + MAX_TOTAL_WEIGHT + " in all",
                    FILE_FORMAT);
        }
        return new Sizes(entries);
    }

    private static Entry entry(String file, int lineNumber, String line) {
        int gap = line.indexOf(' ');
        Long size = gap < 0 ? null : Units.bytes(line.substring(0, gap));
        Long weight = gap < 0 ? null : Units.count(line.substring(gap).strip());
        if (size == null
                || weight == null
                || size < MIN_BYTES
                || size > MAX_BYTES
                || weight < 1
                || weight > MAX_TOTAL_WEIGHT) {
            throw new BadInput("line " + lineNumber + " of '" + file + "' is not a size and a weight", FILE_FORMAT);
        }
        return new Entry(size.intValue(), weight.intValue());
    }
}
