package dev.tricolor.workloads.synthetic;

import dev.tricolor.workloads.heap.LiveTable;
import dev.tricolor.workloads.heap.Node;
import dev.tricolor.workloads.heap.NodeMaker;
import dev.tricolor.workloads.heap.SplitMix64;
import dev.tricolor.workloads.heap.WideNode;
import dev.tricolor.workloads.spec.Check;
import dev.tricolor.workloads.spec.Parameters;
import java.util.List;

/** A worker whose live set is one tree in which every inner object has all its children. Survivors replace leaves. */
final class TreeWorker extends RequestWorker {
    private static final int SMALL_PAYLOAD_BYTES = 8;

    private final int fanout;
    private final int innerObjects;
    private final int survivalPpm;
    private final WideNode root;
    private long sumOfIdsEntered;
    private long sumOfIdsLeft;

    TreeWorker(Parameters parameters, long seed) {
        super(parameters, seed);
        fanout = parameters.small("fanout");
        int slots = NodeMaker.slotsPerThread(parameters, parameters.number("live"));
        innerObjects = Math.max(1, (slots - 1) / fanout);
        survivalPpm = parameters.small("survival");
        root = inner();
    }

    /** Breadth first: children of the object numbered i have the numbers i × fanout + 1 and following. */
    @Override
    public void fill() {
        LiveTable inners = new LiveTable(innerObjects);
        inners.put(0, root);
        int numbered = 1;
        for (int i = 0; i < innerObjects; i++) {
            if (inners.get(i) instanceof WideNode parent) {
                for (int c = 0; c < fanout; c++, numbered++) {
                    Node child = numbered < innerObjects ? inner() : maker.make(takeId());
                    parent.more[c] = child;
                    sumOfIdsEntered += child.id;
                    if (numbered < innerObjects) {
                        inners.put(numbered, child);
                    }
                }
            }
        }
    }

    private WideNode inner() {
        maker.count(Node.REQUESTED_BYTES + SMALL_PAYLOAD_BYTES + WideNode.extraRequestedBytes(fanout + 2), 3);
        return new WideNode(takeId(), SMALL_PAYLOAD_BYTES, fanout + 2);
    }

    @Override
    void operate(Node node) {
        if (!random.chance(survivalPpm)) {
            return;
        }
        WideNode parent = root;
        int child = random.below(fanout);
        while (parent.more[child] instanceof WideNode inner) {
            parent = inner;
            child = random.below(fanout);
        }
        Node before = parent.more[child];
        parent.more[child] = node;
        sumOfIdsEntered += node.id;
        if (before != null) {
            sumOfIdsLeft += before.id;
            retire(before);
        }
    }

    @Override
    long fingerprintOfLiveSet() {
        return fingerprint(root, 0);
    }

    private static long fingerprint(Node node, long fold) {
        long next = SplitMix64.mix(fold + node.fingerprint());
        if (node instanceof WideNode inner) {
            for (Node child : inner.more) {
                next = child == null ? next : fingerprint(child, next);
            }
        }
        return next;
    }

    @Override
    List<Check> checksOfLiveSet() {
        long[] countAndSum = new long[2];
        visit(root, countAndSum);
        return List.of(
                new Check("objects of the tree", 1 + (long) innerObjects * fanout, countAndSum[0]),
                new Check("sum over the tree", root.id + sumOfIdsEntered - sumOfIdsLeft, countAndSum[1]));
    }

    private static void visit(Node node, long[] countAndSum) {
        countAndSum[0] += node.intact() ? 1 : 0;
        countAndSum[1] += node.id;
        if (node instanceof WideNode inner) {
            for (Node child : inner.more) {
                if (child != null) {
                    visit(child, countAndSum);
                }
            }
        }
    }
}
