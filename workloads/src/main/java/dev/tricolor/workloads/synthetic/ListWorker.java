package dev.tricolor.workloads.synthetic;

import dev.tricolor.workloads.heap.Node;
import dev.tricolor.workloads.heap.NodeMaker;
import dev.tricolor.workloads.heap.SplitMix64;
import dev.tricolor.workloads.spec.Check;
import dev.tricolor.workloads.spec.Parameters;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A worker whose live set is linked lists through {@code first}, built once. Survivors hang on {@code second} of the
 * objects of the lists in turn, each until the walk comes round again.
 */
final class ListWorker extends RequestWorker {
    private final int length;
    private final int survivalPpm;
    private final @Nullable Node[] heads;
    private @Nullable Node cursor;
    private int cursorChain;
    private long sumOfIdsEntered;
    private long sumOfIdsLeft;

    ListWorker(Parameters parameters, long seed) {
        super(parameters, seed);
        length = NodeMaker.slotsPerThread(parameters, parameters.number("live"));
        survivalPpm = parameters.small("survival");
        heads = new @Nullable Node[Math.min(length, parameters.small("chains"))];
    }

    @Override
    public void fill() {
        for (int i = 0; i < length; i++) {
            Node node = maker.make(takeId());
            int chain = i % heads.length;
            node.first = heads[chain];
            heads[chain] = node;
        }
        cursor = heads[0];
    }

    @Override
    void operate(Node node) {
        if (!random.chance(survivalPpm)) {
            return;
        }
        Node holder = cursor;
        if (holder == null) {
            throw new IllegalStateException("the list is gone");
        }
        Node before = holder.second;
        holder.second = node;
        sumOfIdsEntered += node.id;
        if (before != null) {
            sumOfIdsLeft += before.id;
            retire(before);
        }
        advance(holder);
    }

    private void advance(Node holder) {
        cursor = holder.first;
        if (cursor == null) {
            cursorChain = (cursorChain + 1) % heads.length;
            cursor = heads[cursorChain];
        }
    }

    @Override
    long fingerprintOfLiveSet() {
        long fold = 0;
        for (Node head : heads) {
            for (Node node = head; node != null; node = node.first) {
                fold = SplitMix64.mix(fold + node.fingerprint());
                fold += node.second == null ? 0 : node.second.fingerprint();
            }
        }
        return fold;
    }

    @Override
    List<Check> checksOfLiveSet() {
        long intact = 0;
        long sumHeld = 0;
        for (Node head : heads) {
            for (Node node = head; node != null; node = node.first) {
                intact += node.intact() ? 1 : 0;
                sumHeld += node.second == null ? 0 : node.second.id;
            }
        }
        return List.of(
                new Check("objects of the lists", length, intact),
                new Check("sum over survivors", sumOfIdsEntered - sumOfIdsLeft, sumHeld));
    }
}
