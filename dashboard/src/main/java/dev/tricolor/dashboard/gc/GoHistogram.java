package dev.tricolor.dashboard.gc;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The distributions of Go's {@code runtime/metrics} that are used, by their names there. */
public enum GoHistogram {
    /** Each stop of the world by the collector, from the decision to the restart. */
    GC_STOPS("/sched/pauses/total/gc:seconds", "/gc/pauses:seconds"),
    /** The part of each such stop until all processors had stopped. */
    GC_STOPPING("/sched/pauses/stopping/gc:seconds"),
    /** Each stop of the world for another reason. */
    OTHER_STOPS("/sched/pauses/total/other:seconds");

    private static final Map<String, GoHistogram> BY_NAME = byName();

    private final String id;
    private final String olderId;

    GoHistogram(String id) {
        this(id, id);
    }

    GoHistogram(String id, String olderId) {
        this.id = id;
        this.olderId = olderId;
    }

    /** The name in {@code runtime/metrics}. */
    public String id() {
        return id;
    }

    /** The name before Go 1.22; the same as {@link #id()} where there was none. */
    public String olderId() {
        return olderId;
    }

    /** By the present name; the older one is known too. */
    public static Optional<GoHistogram> of(String id) {
        return Optional.ofNullable(BY_NAME.get(id));
    }

    private static Map<String, GoHistogram> byName() {
        Map<String, GoHistogram> map = new HashMap<>();
        for (GoHistogram h : values()) {
            map.put(h.id, h);
            map.put(h.olderId, h);
        }
        return Map.copyOf(map);
    }
}
