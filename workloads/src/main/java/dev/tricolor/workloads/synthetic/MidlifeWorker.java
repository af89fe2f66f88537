package dev.tricolor.workloads.synthetic;

import dev.tricolor.workloads.heap.LiveTable;
import dev.tricolor.workloads.heap.Node;
import dev.tricolor.workloads.heap.NodeMaker;
import dev.tricolor.workloads.spec.Check;
import dev.tricolor.workloads.spec.Parameters;
import java.util.List;

/** A worker whose survivors enter a queue of fixed length and push out the oldest. */
final class MidlifeWorker extends RequestWorker {
    private final LiveTable queue;
    private final int survivalPpm;
    private int next;
    private long sumOfIdsEntered;
    private long sumOfIdsLeft;

    MidlifeWorker(Parameters parameters, long seed) {
        super(parameters, seed);
        queue = new LiveTable(NodeMaker.slotsPerThread(parameters, parameters.number("live")));
        survivalPpm = parameters.small("survival");
    }

    @Override
    public void fill() {
        for (int i = 0; i < queue.slots(); i++) {
            enter(maker.make(takeId()));
        }
    }

    @Override
    void operate(Node node) {
        if (random.chance(survivalPpm)) {
            enter(node);
        }
    }

    private void enter(Node node) {
        Node oldest = queue.put(next, node);
        next = next + 1 == queue.slots() ? 0 : next + 1;
        sumOfIdsEntered += node.id;
        if (oldest != null) {
            sumOfIdsLeft += oldest.id;
            retire(oldest);
        }
    }

    @Override
    long fingerprintOfLiveSet() {
        return queue.fingerprint();
    }

    @Override
    List<Check> checksOfLiveSet() {
        return List.of(
                new Check("queue population", queue.slots(), queue.countIntact()),
                new Check("sum over the queue", sumOfIdsEntered - sumOfIdsLeft, queue.sumOfIds()));
    }
}
