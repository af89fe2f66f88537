package dev.tricolor.workloads.synthetic;

import dev.tricolor.workloads.heap.Node;
import dev.tricolor.workloads.heap.SplitMix64;
import dev.tricolor.workloads.spec.Check;
import dev.tricolor.workloads.spec.Parameters;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** A churning worker that forgets some of its nodes in a static map, as real leaks do. */
final class LeakWorker extends ChurnWorker {
    private static final Map<Long, Node> FORGOTTEN = new ConcurrentHashMap<>();
    private static final int ID_BITS = 52;

    private final long keyBase;
    private final int leakPpm;
    private long leaked;

    LeakWorker(Parameters parameters, int index, long seed) {
        super(parameters, seed);
        keyBase = (long) index << ID_BITS;
        leakPpm = parameters.small("leak");
    }

    @Override
    void operate(Node node) {
        super.operate(node);
        if (random.chance(leakPpm)) {
            leaked++;
            maker.count(8, 1);
            FORGOTTEN.put(keyBase | node.id, node);
        }
    }

    @Override
    long fingerprintOfLiveSet() {
        long sum = 0;
        for (Map.Entry<Long, Node> entry : FORGOTTEN.entrySet()) {
            if (isOwn(entry.getKey())) {
                sum += entry.getValue().fingerprint(); // a sum: the map has no order
            }
        }
        return SplitMix64.mix(super.fingerprintOfLiveSet() ^ sum);
    }

    @Override
    List<Check> checksOfLiveSet() {
        long found = FORGOTTEN.keySet().stream().filter(this::isOwn).count();
        List<Check> checks = new ArrayList<>(super.checksOfLiveSet());
        checks.add(new Check("leaked objects", leaked, found));
        return checks;
    }

    private boolean isOwn(long key) {
        return key >>> ID_BITS == keyBase >>> ID_BITS;
    }
}
