package dev.tricolor.agent.knob;

import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.lang.management.MemoryUsage;
import java.util.ArrayList;
import java.util.List;

/**
 * Heap use as the agent's thread samples it some hundred times a second: the peak from window to window, and the lowest
 * that full markings leave, which stands for the live set.
 *
 * <p>From {@code Runtime}, because what memory pools say of a collection misses the peak of a concurrent one, which lies
 * between its start and its end. What falls between two samples is missed.
 */
final class HeapWatch {

    static final long UNKNOWN = -1;

    private static final long WINDOW = 1_000_000_000L;
    /** A window in which nothing is collected closes after this long. */
    private static final long LONGEST = 3 * WINDOW;

    private final List<GarbageCollectorMXBean> collectors = new ArrayList<>();
    private final List<GarbageCollectorMXBean> markers = new ArrayList<>();
    private long live = UNKNOWN;
    private long peak = UNKNOWN;
    private long low = Long.MAX_VALUE;
    /** What the last markings left, each until the next. */
    private final long[] lows = {Long.MAX_VALUE, Long.MAX_VALUE, Long.MAX_VALUE, Long.MAX_VALUE};

    private int marked;
    private long high;
    private long collections;
    private long markings;
    private long openedAt;
    private long markedAt = System.nanoTime();
    /** Until the first collection after {@link #restart} the heap holds what was there before. */
    private boolean stale;

    private boolean collected;

    HeapWatch() {
        for (GarbageCollectorMXBean b : ManagementFactory.getGarbageCollectorMXBeans()) {
            String name = b.getName();
            if (!name.endsWith(" Pauses")) { // the same collections once more
                collectors.add(b);
                if (!name.contains("Minor")
                        && !name.contains("Young")
                        && !name.contains("Scav")
                        && !name.equals("Copy")) {
                    markers.add(b);
                }
            }
        }
        collections = count(collectors);
        markings = count(markers);
        live = markings > 0 ? afterLastCollection() : UNKNOWN;
        restart();
    }

    /** Where to begin: more than is live, since what was allocated during the collection is in it. */
    private static long afterLastCollection() {
        long sum = 0;
        for (MemoryPoolMXBean pool : ManagementFactory.getMemoryPoolMXBeans()) {
            MemoryUsage usage = pool.getType() == MemoryType.HEAP ? pool.getCollectionUsage() : null;
            sum += usage == null ? 0 : usage.getUsed();
        }
        return sum > 0 ? sum : UNKNOWN;
    }

    private static long count(List<GarbageCollectorMXBean> beans) {
        long n = 0;
        for (int i = 0; i < beans.size(); i++) {
            n += beans.get(i).getCollectionCount();
        }
        return n;
    }

    /** Begins a new peak with the next collection. */
    void restart() {
        stale = true;
        collected = false;
        high = 0;
        openedAt = System.nanoTime();
    }

    /** Takes one sample; true when it closes a window. */
    boolean sample() {
        long now = System.nanoTime();
        long used = Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
        high = Math.max(high, used);
        low = Math.min(low, used);
        live = Math.min(live, used); // UNKNOWN stays
        mark(now);
        long n = count(collectors);
        if (n != collections) {
            collections = n;
            collected = !stale;
            if (stale) {
                stale = false;
                high = used;
                openedAt = now;
            }
        }
        long age = now - openedAt;
        if (age < WINDOW || (!collected && age < LONGEST)) {
            return false;
        }
        peak = high;
        high = used;
        openedAt = now;
        return true;
    }

    /** Markings that follow each other closely count as one: the lowest use of a second means more than that of a moment. */
    private void mark(long now) {
        long n = count(markers);
        if (n != markings && now - markedAt >= WINDOW) {
            markings = n;
            markedAt = now;
            lows[marked++ % lows.length] = low;
            live = low;
            for (long l : lows) {
                live = Math.min(live, l);
            }
            low = Long.MAX_VALUE;
        }
    }

    /** Whether the window that closed last held a collection; begins the next one. */
    boolean collected() {
        boolean was = collected;
        collected = false;
        return was;
    }

    /** Of the last closed window. */
    long peak() {
        return peak;
    }

    long live() {
        return live;
    }
}
