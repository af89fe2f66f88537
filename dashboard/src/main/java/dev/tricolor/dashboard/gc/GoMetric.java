package dev.tricolor.dashboard.gc;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The numbers of Go's {@code runtime/metrics} that are used, by their name there. docs/go-metrics.md says what for. */
public enum GoMetric {
    HEAP_GOAL("/gc/heap/goal:bytes"),
    HEAP_LIVE("/gc/heap/live:bytes"),
    ALLOCATED("/gc/heap/allocs:bytes"),
    GOGC("/gc/gogc:percent"),
    MEMORY_LIMIT("/gc/gomemlimit:bytes"),
    LIMITER_LAST_ENABLED("/gc/limiter/last-enabled:gc-cycle"),
    CYCLES("/gc/cycles/total:gc-cycles"),
    CYCLES_FORCED("/gc/cycles/forced:gc-cycles"),
    SCAN_HEAP("/gc/scan/heap:bytes"),
    SCAN_STACK("/gc/scan/stack:bytes"),
    SCAN_GLOBALS("/gc/scan/globals:bytes"),
    HEAP_OBJECTS("/memory/classes/heap/objects:bytes"),
    HEAP_UNUSED("/memory/classes/heap/unused:bytes"),
    HEAP_FREE("/memory/classes/heap/free:bytes"),
    HEAP_STACKS("/memory/classes/heap/stacks:bytes"),
    HEAP_RELEASED("/memory/classes/heap/released:bytes"),
    MEMORY_TOTAL("/memory/classes/total:bytes"),
    CPU_MARK_ASSIST("/cpu/classes/gc/mark/assist:cpu-seconds"),
    CPU_MARK_DEDICATED("/cpu/classes/gc/mark/dedicated:cpu-seconds"),
    CPU_MARK_IDLE("/cpu/classes/gc/mark/idle:cpu-seconds"),
    CPU_GC_PAUSE("/cpu/classes/gc/pause:cpu-seconds"),
    CPU_GC("/cpu/classes/gc/total:cpu-seconds"),
    CPU_SCAVENGE("/cpu/classes/scavenge/total:cpu-seconds"),
    CPU_USER("/cpu/classes/user:cpu-seconds"),
    CPU_IDLE("/cpu/classes/idle:cpu-seconds"),
    CPU_TOTAL("/cpu/classes/total:cpu-seconds"),
    PROCESSORS("/sched/gomaxprocs:threads"),
    GOROUTINES("/sched/goroutines:goroutines");

    private static final Map<String, GoMetric> BY_NAME = byName();

    private final String id;

    GoMetric(String id) {
        this.id = id;
    }

    /** The name in {@code runtime/metrics}. */
    public String id() {
        return id;
    }

    /** Whether the runtime brings it up to date only when a cycle ends, so that it stands still in between. */
    public boolean oncePerCycle() {
        return switch (this) {
            case HEAP_LIVE,
                    SCAN_STACK,
                    CPU_MARK_ASSIST,
                    CPU_MARK_DEDICATED,
                    CPU_MARK_IDLE,
                    CPU_GC_PAUSE,
                    CPU_GC,
                    CPU_SCAVENGE,
                    CPU_USER,
                    CPU_IDLE,
                    CPU_TOTAL -> true;
            default -> false;
        };
    }

    public static Optional<GoMetric> of(String id) {
        return Optional.ofNullable(BY_NAME.get(id));
    }

    private static Map<String, GoMetric> byName() {
        Map<String, GoMetric> map = new HashMap<>();
        for (GoMetric m : values()) {
            map.put(m.id, m);
        }
        return Map.copyOf(map);
    }
}
