package dev.tricolor.workloads.synthetic;

import dev.tricolor.workloads.heap.LiveTable;
import dev.tricolor.workloads.heap.Node;
import dev.tricolor.workloads.heap.NodeMaker;
import dev.tricolor.workloads.spec.Check;
import dev.tricolor.workloads.spec.Parameters;
import dev.tricolor.workloads.spec.Units;
import java.util.List;

/** A worker that fills a cache during the first part of each period and drops it for the rest. */
final class PhasesWorker extends RequestWorker {
    private final int slots;
    private final int survivalPpm;
    private final long period;
    private final long dropAt;

    private LiveTable cache;
    private long position;
    private long cached;
    private int next;
    private long sumOfIds;

    PhasesWorker(Parameters parameters, long seed) {
        super(parameters, seed);
        slots = NodeMaker.slotsPerThread(parameters, parameters.number("live"));
        survivalPpm = parameters.small("survival");
        period = parameters.number("period");
        long ppm = parameters.number("hold");
        dropAt = period / Units.PPM * ppm + period % Units.PPM * ppm / Units.PPM;
        cache = new LiveTable(slots);
    }

    @Override
    public void fill() {
        while (cached < slots) {
            enter(maker.make(takeId()));
        }
    }

    @Override
    void operate(Node node) {
        if (position == dropAt) {
            drop();
        }
        if (position < dropAt && random.chance(survivalPpm)) {
            enter(node);
        }
        position = position + 1 == period ? 0 : position + 1;
    }

    private void drop() {
        cache = new LiveTable(slots);
        cached = 0;
        next = 0;
        sumOfIds = 0;
    }

    /** Fills free slots first, then replaces the oldest. */
    private void enter(Node node) {
        Node oldest = cache.put(next, node);
        next = next + 1 == slots ? 0 : next + 1;
        sumOfIds += node.id;
        if (oldest == null) {
            cached++;
        } else {
            sumOfIds -= oldest.id;
            retire(oldest);
        }
    }

    @Override
    long fingerprintOfLiveSet() {
        return cache.fingerprint();
    }

    @Override
    List<Check> checksOfLiveSet() {
        return List.of(
                new Check("cache population", cached, cache.countIntact()),
                new Check("sum over the cache", sumOfIds, cache.sumOfIds()));
    }
}
