package dev.tricolor.dashboard.decode.go;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Takes a Go process's log line by line. Lines of a type that is not known are counted and stepped over; lines that can't be
 * read are counted and told as problems. Not thread-safe.
 */
public final class GoLines {

    private static final List<GoLine> ALL = List.of(
            new InfoLine(),
            new MetricsLine(),
            new BucketsLine(),
            new ProcessLine(),
            new PausesLine(),
            new GcTraceLine(),
            new KnobLine(),
            new AgentLine(),
            new WorkloadLine(),
            new ExitLine());

    private static final Map<String, GoLine> BY_TYPE = byType();
    private static final ObjectMapper JSON = new ObjectMapper().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
    /** Types that nobody knows come from outside: they must not fill the memory. */
    private static final int MOST_TYPES = 50;

    /** Lines that could not be read for one reason. */
    private record Unread(long count, long firstLine) {}

    private final GoTimelineBuilder out;
    private final Map<String, Long> counts = new TreeMap<>();
    private final Map<String, Unread> unread = new TreeMap<>();
    private long read;

    public GoLines(GoTimelineBuilder out) {
        this.out = out;
    }

    /** The types that are decoded. */
    public static Set<String> types() {
        return BY_TYPE.keySet();
    }

    /** One line, without its newline. An empty one is nothing. */
    public void take(String text) {
        read++;
        if (text.isBlank()) {
            return;
        }
        JsonNode line = parse(text);
        Optional<Instant> at = Fields.instant(line, "at");
        if (!line.path("t").isTextual() || at.isEmpty()) {
            skip("not a JSON object with t and at");
            return;
        }
        String type = line.path("t").asText();
        if (counts.size() < MOST_TYPES || counts.containsKey(type)) {
            counts.merge(type, 1L, Long::sum);
        }
        GoLine decoder = BY_TYPE.get(type);
        if (decoder == null) {
            return;
        }
        try {
            out.line(type, at.get());
            decoder.decode(line, at.get(), out);
        } catch (IllegalArgumentException | ArithmeticException e) {
            skip(type + " with " + e.getMessage());
        }
    }

    private static JsonNode parse(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException e) {
            return MissingNode.getInstance();
        }
    }

    private void skip(String why) {
        if (unread.size() < MOST_TYPES || unread.containsKey(why)) {
            unread.merge(why, new Unread(1, read), (a, b) -> new Unread(a.count() + 1, a.firstLine()));
        }
    }

    /** Lines taken so far. */
    public long read() {
        return read;
    }

    /** Lines by type, decoded or not. */
    public Map<String, Long> counts() {
        return Map.copyOf(counts);
    }

    /** What could not be read, in words. */
    public List<String> problems() {
        List<String> problems = new ArrayList<>();
        unread.forEach((why, u) -> problems.add(
                (u.count() == 1 ? "1 line of the log was left out: " : u.count() + " lines of the log were left out: ")
                        + why + " (" + (u.count() == 1 ? "" : "the first is ") + "line " + u.firstLine() + ")"));
        return problems;
    }

    private static Map<String, GoLine> byType() {
        Map<String, GoLine> map = new HashMap<>();
        ALL.forEach(d -> map.put(d.type(), d));
        return Map.copyOf(map);
    }
}
