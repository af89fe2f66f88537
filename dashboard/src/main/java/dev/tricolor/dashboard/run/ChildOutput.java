package dev.tricolor.dashboard.run;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** Reads one output of a child to its end on a thread of its own; keeps the last lines only. */
final class ChildOutput {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int KEPT_LINES = 40;
    private static final int KEPT_CHARACTERS = 1 << 20;

    /** The JVM's words, and the workloads' own. */
    private static final List<String> OUT_OF_MEMORY = List.of("java.lang.OutOfMemoryError", "ran out of memory");

    private final Deque<String> last = new ArrayDeque<>();
    private boolean outOfMemory;
    private final Predicate<String> taken;
    private final Thread reader;

    /** Keeps the last lines, but for those that {@code taken} takes. */
    ChildOutput(InputStream in, String name, Predicate<String> taken) {
        this.taken = taken;
        reader = new Thread(() -> read(in), "tricolor-child-" + name);
        reader.setDaemon(true);
        reader.start();
    }

    private void read(InputStream in) {
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (!taken.test(line)) {
                    add(line);
                }
            }
        } catch (IOException e) {
            add("(" + e.getMessage() + ")"); // the child was ended while we read
        }
    }

    private synchronized void add(String line) {
        outOfMemory |= OUT_OF_MEMORY.stream().anyMatch(line::contains);
        last.add(line.length() > KEPT_CHARACTERS ? line.substring(0, KEPT_CHARACTERS) : line);
        if (last.size() > KEPT_LINES) {
            last.remove();
        }
    }

    /** Waits until the output ended; the child has ended before, so that this is soon. */
    void await() throws InterruptedException {
        reader.join(5_000);
    }

    synchronized boolean saysOutOfMemory() {
        return outOfMemory;
    }

    /** The last line that is a JSON object. */
    synchronized Optional<JsonNode> lastJson() {
        Optional<JsonNode> found = Optional.empty();
        for (var lines = last.descendingIterator(); lines.hasNext() && found.isEmpty(); ) {
            found = json(lines.next().strip());
        }
        return found;
    }

    private static Optional<JsonNode> json(String line) {
        try {
            return line.startsWith("{") ? Optional.of(JSON.readTree(line)) : Optional.empty();
        } catch (JsonProcessingException e) {
            return Optional.empty(); // cut off, or something else that begins with a brace
        }
    }

    /** The last line that says something; empty where there is none. */
    synchronized String lastWords() {
        for (var lines = last.descendingIterator(); lines.hasNext(); ) {
            String line = lines.next().strip();
            if (!line.isEmpty() && !line.startsWith("at ")) {
                return line.length() > 200 ? line.substring(0, 200) : line;
            }
        }
        return "";
    }
}
