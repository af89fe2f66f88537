package dev.tricolor.dashboard.watch;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The trace lines in a saved log, whatever stands around them or before them on their line.
 *
 * @param programs the lines of each program in the file, in order: where the collections' numbers go back another one began
 * @param damaged lines that begin as a collection's do and do not go on so
 * @param others lines of something else
 */
public record GoTraceFile(List<List<String>> programs, long damaged, long others) {

    private static final int LONGEST_LINE = 4096;
    private static final Pattern COLLECTION = Pattern.compile("gc (\\d{1,9}) @([\\d.]{1,12})s ");

    /** Reads a file of any content and size; its lines are held in memory, the rest is not. */
    public static GoTraceFile read(Path file) throws IOException {
        Reading reading = new Reading();
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
            StringBuilder line = new StringBuilder();
            for (int b = in.read(); b >= 0; b = in.read()) {
                if (b == '\n') {
                    reading.line(line.toString());
                    line.setLength(0);
                } else if (line.length() < LONGEST_LINE) {
                    line.append((char) b);
                }
            }
            if (!line.isEmpty()) {
                reading.line(line.toString());
            }
        }
        return new GoTraceFile(List.copyOf(reading.programs), reading.damaged, reading.others);
    }

    /** How many collections it has. */
    public long collections() {
        return programs.stream()
                .flatMap(List::stream)
                .filter(line -> line.startsWith("gc "))
                .count();
    }

    /** When, in nanoseconds from its program's start, a line of {@link #programs} was written; that of the line before where it says nothing. */
    public static long nanos(String line, long otherwise) {
        Matcher collection = COLLECTION.matcher(line);
        return collection.lookingAt() ? Math.round(Double.parseDouble(collection.group(2)) * 1e9) : otherwise;
    }

    /** A trace's lines as they are found. */
    private static final class Reading {
        private final List<List<String>> programs = new ArrayList<>();
        private long damaged;
        private long others;
        private long last = Long.MAX_VALUE;

        private void line(String text) {
            String line = text.endsWith("\r") ? text.substring(0, text.length() - 1) : text;
            Matcher begins = COLLECTION.matcher(line);
            boolean collection = begins.find();
            String trace = collection ? line.substring(begins.start()) : line;
            if (!GoTraceLine.is(trace + "\n")) {
                if (collection) {
                    damaged++;
                } else {
                    others++;
                }
                return;
            }
            if (collection) {
                long number = Long.parseLong(begins.group(1));
                if (number <= last) {
                    programs.add(new ArrayList<>());
                }
                last = number;
            }
            if (programs.isEmpty()) {
                programs.add(new ArrayList<>()); // "GC forced" before the first collection
                last = 0;
            }
            programs.get(programs.size() - 1).add(trace);
        }
    }
}
