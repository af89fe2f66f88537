package dev.tricolor.dashboard.truth;

import dev.tricolor.dashboard.gc.Interval;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The JVM's own log of its collections, {@code -Xlog:gc*,safepoint} decorated with {@code timemillis,uptimenanos,tags}: the
 * independent instrument. It shares no code with the decoder.
 */
final class GcLog {

    /** A pause as the log has it; {@code end} is when its line was written. */
    record LoggedPause(int gcId, String name, Instant end, double millis) {}

    /** Heap used after a stopped collection or a whole cycle, in MiB as printed. */
    record LoggedHeap(int gcId, String line, long afterMiB, Instant at) {}

    private static final Pattern LINE = Pattern.compile("\\[(\\d+)ms]\\[(\\d+)ns]\\[([^]]*)] GC\\((\\d+)\\) (.*)");
    private static final Pattern PAUSE =
            Pattern.compile("(?:[YyO]: )?(Pause .*?)(?: (\\d+)M->(\\d+)M\\(\\d+M\\))? (\\d+\\.\\d+)ms");
    private static final Pattern ZGC_CYCLE =
            Pattern.compile("((?:Minor|Major|Garbage) Collection) \\((.*?)\\) \\d+M\\(\\d+%\\)->(\\d+)M\\(\\d+%\\).*");
    private static final Pattern G1_CYCLE = Pattern.compile("Concurrent (?:Mark|Undo) Cycle \\d+\\.\\d+ms");
    private static final Pattern CLEANUP = Pattern.compile("Concurrent cleanup.* \\d+M->(\\d+)M\\(\\d+M\\).*");

    final List<LoggedPause> pauses = new ArrayList<>();
    final List<LoggedHeap> heapAfter = new ArrayList<>();
    /** All text about a collection, by its id. */
    final Map<Integer, List<String>> byId = new TreeMap<>();
    /** From the first to the last line about a collection. */
    final Map<Integer, Interval> spans = new TreeMap<>();

    static GcLog read(Path file) throws IOException {
        GcLog log = new GcLog();
        for (String line : Files.readAllLines(file)) {
            Matcher m = LINE.matcher(line);
            if (m.matches()) {
                log.take(Instant.ofEpochMilli(Long.parseLong(m.group(1))), Integer.parseInt(m.group(4)), m.group(5));
            }
        }
        return log;
    }

    private void take(Instant at, int gcId, String text) {
        byId.computeIfAbsent(gcId, id -> new ArrayList<>()).add(text);
        spans.merge(gcId, new Interval(at, at), (a, b) -> new Interval(a.from(), b.to()));
        Matcher pause = PAUSE.matcher(text);
        if (pause.matches()) {
            pauses.add(new LoggedPause(gcId, pause.group(1), at, Double.parseDouble(pause.group(4))));
            String name = pause.group(1);
            boolean collects = name.startsWith("Pause Young")
                    || name.startsWith("Pause Full")
                    || name.startsWith("Pause Degenerated");
            if (pause.group(3) != null && collects) {
                heapAfter.add(new LoggedHeap(gcId, text, Long.parseLong(pause.group(3)), at));
            }
        }
        Matcher z = ZGC_CYCLE.matcher(text);
        if (z.matches()) {
            heapAfter.add(new LoggedHeap(gcId, text, Long.parseLong(z.group(3)), at));
        }
        Matcher cleanup = CLEANUP.matcher(text);
        if (cleanup.matches()) {
            heapAfter.add(new LoggedHeap(gcId, text, Long.parseLong(cleanup.group(1)), at));
        }
    }

    /** Finished collections by kind, counted from the log's own words. */
    Map<String, Long> cyclesOf(int gcId) {
        Map<String, Long> kinds = new TreeMap<>();
        for (String text : byId.getOrDefault(gcId, List.of())) {
            Matcher pause = PAUSE.matcher(text);
            if (pause.matches() && pause.group(1).startsWith("Pause Young")) {
                kinds.merge("young", 1L, Long::sum);
            } else if (pause.matches() && pause.group(1).startsWith("Pause Full")) {
                kinds.merge("full", 1L, Long::sum);
            } else if (G1_CYCLE.matcher(text).matches()) {
                kinds.merge("old", 1L, Long::sum);
            } else if (ZGC_CYCLE.matcher(text).matches()) {
                kinds.merge(text.startsWith("Minor") ? "young" : "global", 1L, Long::sum);
            }
        }
        return kinds;
    }

    /**
     * Shenandoah logs no line for a whole collection: its id is one collection, or with generations a young one and the old
     * one that it began, told apart by the words in brackets.
     */
    Map<String, Long> shenandoahCyclesOf(int gcId) {
        Map<String, Long> kinds = new TreeMap<>();
        List<String> texts = byId.getOrDefault(gcId, List.of()).stream()
                .filter(t -> t.startsWith("Pause ") || t.startsWith("Concurrent ") || t.startsWith("Coalescing"))
                .toList();
        if (texts.stream().anyMatch(t -> t.startsWith("Pause Full"))) {
            kinds.put("full", 1L);
            return kinds;
        }
        if (texts.stream().anyMatch(t -> t.contains("(Young)"))) {
            kinds.put("young", 1L);
        }
        if (texts.stream().anyMatch(t -> t.contains("(Old)"))) {
            kinds.put("old", 1L);
        }
        if (kinds.isEmpty()) {
            kinds.put("global", 1L);
        }
        return kinds;
    }
}
