package dev.tricolor.dashboard.web.contrast.cards;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.tricolor.dashboard.gc.Collector;
import dev.tricolor.dashboard.gc.RuntimeInfo;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;

/** All algorithm cards, in order. */
public final class Algorithms {

    private static final String FILE = "algorithms.json";
    private static final List<AlgorithmCard> ALL = read();

    private Algorithms() {}

    public static List<AlgorithmCard> all() {
        return ALL;
    }

    /** The id of the card of what runs; {@code unknown}, which no card has, where the log has not said it yet. */
    public static String idOf(RuntimeInfo runtime) {
        boolean twoModes = runtime.collector() == Collector.ZGC;
        return runtime.collector().id() + (twoModes && runtime.generational().orElse(false) ? "-generational" : "");
    }

    static Collector collectorOf(AlgorithmCard card) {
        for (Collector c : Collector.values()) {
            if (c.id().equals(card.collector())) {
                return c;
            }
        }
        return Collector.UNKNOWN;
    }

    private static List<AlgorithmCard> read() {
        try (InputStream in = Objects.requireNonNull(Algorithms.class.getResourceAsStream(FILE), FILE)) {
            return List.copyOf(new ObjectMapper().readValue(in, new TypeReference<List<AlgorithmCard>>() {}));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
