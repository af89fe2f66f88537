package dev.tricolor.dashboard.ingest;

import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;

/** What ingest has taken and what it has refused since the dashboard started. Thread-safe. */
public final class IngestCounters {

    private final LongAdder bytes = new LongAdder();
    private final LongAdder appends = new LongAdder();
    private final LongAdder mismatches = new LongAdder();
    private final Map<Integer, LongAdder> refusals = new ConcurrentHashMap<>();

    void accepted(long n) {
        bytes.add(n);
        appends.increment();
    }

    void mismatched() {
        mismatches.increment();
    }

    void refused(int status) {
        refusals.computeIfAbsent(status, s -> new LongAdder()).increment();
    }

    /** Bytes appended. */
    public long bytes() {
        return bytes.sum();
    }

    /** Appends that were taken. */
    public long appends() {
        return appends.sum();
    }

    /** Appends answered 409 with the held offset: a retry or a restart, nothing lost. */
    public long mismatches() {
        return mismatches.sum();
    }

    /** Requests refused, by HTTP status. */
    public Map<Integer, Long> refusals() {
        Map<Integer, Long> now = new TreeMap<>();
        refusals.forEach((status, n) -> now.put(status, n.sum()));
        return now;
    }
}
