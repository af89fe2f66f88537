package dev.tricolor.workloads.synthetic;

import dev.tricolor.workloads.heap.Node;
import dev.tricolor.workloads.heap.SplitMix64;
import dev.tricolor.workloads.spec.Check;
import dev.tricolor.workloads.spec.Parameters;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A churning worker beside parked threads with deep stacks, of which it renews one now and then, in turn. */
final class StacksWorker extends ChurnWorker {
    private static final int PAYLOAD_BYTES = 8;

    private final ThreadStarter starter;
    private final int count;
    private final int depth;
    private final int renewEvery;
    private final List<DeepStack> stacks = new ArrayList<>();
    private int untilRenewal;
    private int next;
    private long sumOfIdsSent;
    private long sumOfIdsBack;
    private boolean released;

    StacksWorker(Parameters parameters, ThreadStarter starter, int index, int threads, long seed) {
        super(parameters, seed);
        this.starter = starter;
        int all = parameters.small("stacks");
        count = all / threads + (index < all % threads ? 1 : 0);
        depth = parameters.small("depth");
        renewEvery = parameters.small("renew");
        untilRenewal = renewEvery;
    }

    @Override
    public void fill() {
        super.fill();
        for (int i = 0; i < count; i++) {
            stacks.add(park());
        }
    }

    @Override
    void operate(Node node) {
        super.operate(node);
        untilRenewal--;
        if (untilRenewal == 0) {
            untilRenewal = renewEvery;
            sumOfIdsBack += stacks.get(next).release();
            stacks.set(next, park());
            next = next + 1 == count ? 0 : next + 1;
        }
    }

    private DeepStack park() {
        @Nullable Node[] nodes = new @Nullable Node[depth];
        maker.count(8L * depth, 1);
        for (int i = 0; i < depth; i++) {
            Node node = maker.make(takeStackId(), PAYLOAD_BYTES);
            nodes[i] = node;
            sumOfIdsSent += node.id;
        }
        DeepStack stack = new DeepStack(nodes);
        starter.start(stack);
        stack.awaitParked();
        return stack;
    }

    /** Ids of their own, so that those of operations stay consecutive. */
    private long takeStackId() {
        return SplitMix64.mix(++stackIds);
    }

    private long stackIds;

    private void releaseAll() {
        if (!released) {
            released = true;
            for (DeepStack stack : stacks) {
                sumOfIdsBack += stack.release();
            }
        }
    }

    @Override
    long fingerprintOfLiveSet() {
        releaseAll();
        return super.fingerprintOfLiveSet() ^ SplitMix64.mix(sumOfIdsBack);
    }

    @Override
    List<Check> checksOfLiveSet() {
        releaseAll();
        List<Check> checks = new ArrayList<>(super.checksOfLiveSet());
        checks.add(new Check("sum over stack frames", sumOfIdsSent, sumOfIdsBack));
        return checks;
    }
}
