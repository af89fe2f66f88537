package dev.tricolor.dashboard.decode.go;

import dev.tricolor.dashboard.gc.Collector;
import dev.tricolor.dashboard.gc.GoSettings;
import dev.tricolor.dashboard.gc.RuntimeInfo;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/** Collects what the log says about the Go program and its settings. Not thread-safe. */
final class GoFacts {

    /** "No limit" is the largest number in Go; what is near it is none. */
    private static final long NO_LIMIT = 1L << 62;

    private String version = "";
    private Optional<Instant> started = Optional.empty();
    private OptionalLong processors = OptionalLong.empty();
    private OptionalInt gogc = OptionalInt.empty();
    private OptionalLong memoryLimit = OptionalLong.empty();
    private Optional<Boolean> greenTea = Optional.empty();
    private final Map<String, String> facts = new LinkedHashMap<>();

    void version(String go) {
        version = go;
    }

    void started(Instant at) {
        started = Optional.of(at);
    }

    void processors(long n) {
        if (n > 0) {
            processors = OptionalLong.of(n);
        }
    }

    /** Off is -1 in Go's settings, and the largest unsigned number in its metrics. */
    void gogc(double percent) {
        gogc = OptionalInt.of(percent < 0 || percent > Integer.MAX_VALUE ? GoSettings.OFF : (int) percent);
    }

    void memoryLimit(double bytes) {
        memoryLimit = bytes >= 0 && bytes < NO_LIMIT ? OptionalLong.of((long) bytes) : OptionalLong.empty();
    }

    /** A knob's new value as Go's environment variables write it; one that can't be read changes nothing. */
    void knob(String name, String value) {
        boolean off = value.equals("off");
        if (!off && !value.matches("-?\\d{1,18}")) {
            return;
        }
        if (name.equals("GOGC")) {
            gogc(off ? GoSettings.OFF : Double.parseDouble(value));
        } else if (name.equals("GOMEMLIMIT")) {
            memoryLimit(off ? NO_LIMIT : Double.parseDouble(value));
        }
    }

    void greenTea(boolean on) {
        greenTea = Optional.of(on);
    }

    /** Keeps what is worth showing; nothing where the value is empty. */
    void fact(String label, String value) {
        if (!value.isEmpty()) {
            facts.put(label, value);
        }
    }

    GoSettings settings() {
        return new GoSettings(gogc, memoryLimit, greenTea);
    }

    RuntimeInfo info() {
        return new RuntimeInfo(
                Collector.GO,
                Optional.of(false),
                OptionalLong.empty(),
                version,
                started,
                OptionalLong.empty(),
                OptionalLong.empty(),
                processors,
                List.of(),
                Collections.unmodifiableMap(new LinkedHashMap<>(facts)));
    }
}
