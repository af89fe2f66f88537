package dev.tricolor.workloads.synthetic;

import dev.tricolor.workloads.heap.LiveTable;
import dev.tricolor.workloads.heap.Node;
import dev.tricolor.workloads.heap.NodeMaker;
import dev.tricolor.workloads.heap.SplitMix64;
import dev.tricolor.workloads.spec.Check;
import dev.tricolor.workloads.spec.Parameters;
import java.util.List;

/**
 * A worker that stores into old objects: {@code first} of a random one gets the new node, {@code second} of another gets
 * an old one. New nodes have no references, so an overwritten one is garbage.
 */
final class MutateWorker extends RequestWorker {
    private final LiveTable old;
    private final int mutationPpm;
    private final int oldStores;
    private long sumOfIdsEntered;
    private long sumOfIdsLeft;

    MutateWorker(Parameters parameters, long seed) {
        super(parameters, seed);
        old = new LiveTable(NodeMaker.slotsPerThread(parameters, parameters.number("live")));
        mutationPpm = parameters.small("mutation");
        oldStores = parameters.small("old-stores");
    }

    @Override
    public void fill() {
        for (int slot = 0; slot < old.slots(); slot++) {
            old.put(slot, maker.make(takeId()));
        }
    }

    @Override
    void operate(Node node) {
        if (random.chance(mutationPpm)) {
            Node holder = randomOld();
            Node before = holder.first;
            holder.first = node;
            sumOfIdsEntered += node.id;
            if (before != null) {
                sumOfIdsLeft += before.id;
                retire(before);
            }
        }
        for (int i = 0; i < oldStores; i++) {
            randomOld().second = randomOld();
        }
    }

    private Node randomOld() {
        Node node = old.get(random.below(old.slots()));
        if (node == null) {
            throw new IllegalStateException("an old object is gone");
        }
        return node;
    }

    @Override
    long fingerprintOfLiveSet() {
        long fold = old.fingerprint();
        for (int slot = 0; slot < old.slots(); slot++) {
            Node holder = old.get(slot);
            if (holder != null) {
                fold = SplitMix64.mix(fold + (holder.second == null ? 0 : holder.second.id));
            }
        }
        return fold;
    }

    @Override
    List<Check> checksOfLiveSet() {
        long sumHeld = 0;
        long damaged = 0;
        for (int slot = 0; slot < old.slots(); slot++) {
            Node holder = old.get(slot);
            Node held = holder == null ? null : holder.first;
            if (held != null) {
                sumHeld += held.id;
                damaged += held.intact() ? 0 : 1;
            }
        }
        return List.of(
                new Check("old objects", old.slots(), old.countIntact()),
                new Check("sum over stored objects", sumOfIdsEntered - sumOfIdsLeft, sumHeld),
                new Check("damaged stored objects", 0, damaged));
    }
}
