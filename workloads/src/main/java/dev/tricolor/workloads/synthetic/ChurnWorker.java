package dev.tricolor.workloads.synthetic;

import dev.tricolor.workloads.heap.LiveTable;
import dev.tricolor.workloads.heap.Node;
import dev.tricolor.workloads.heap.NodeMaker;
import dev.tricolor.workloads.heap.SplitMix64;
import dev.tricolor.workloads.spec.Check;
import dev.tricolor.workloads.spec.Parameters;
import dev.tricolor.workloads.spec.Worker;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One thread of {@link Churn}. Works in requests of {@value #OPERATIONS_PER_REQUEST} operations, each making one node.
 * The request's nodes lie in a young scratch array, published in a field so that no compiler may keep them off the heap;
 * at its end they are read back, and all but the survivors die.
 *
 * <p>The first eighth of the table, the anchors, is never replaced; references lead only there. So nothing that left the
 * table is reachable, and the live set stays as large as asked.
 */
final class ChurnWorker implements Worker {
    static final int OPERATIONS_PER_REQUEST = 64;
    private static final int ANCHOR_SHARE = 8;

    private final SplitMix64 random;
    private final NodeMaker maker;
    private final LiveTable table;
    private final int anchors;
    private final int survivalPpm;
    private final int mutationPpm;

    @Nullable
    Node @Nullable [] scratch;

    private long nextId = 1;
    private long checksum;
    private long sumOfIdsRead;
    private long damaged;
    private long sumOfIdsEntered;
    private long sumOfIdsLeft;

    ChurnWorker(Parameters parameters, long seed, LiveTable table) {
        random = new SplitMix64(seed);
        maker = new NodeMaker(parameters, random);
        this.table = table;
        anchors = Math.max(1, table.slots() / ANCHOR_SHARE);
        survivalPpm = parameters.small("survival");
        mutationPpm = parameters.small("mutation");
    }

    @Override
    public void fill() {
        for (int slot = 0; slot < table.slots(); slot++) {
            Node node = maker.make(nextId++);
            if (slot >= anchors) {
                maker.link(node, table, anchors);
            }
            enter(slot, node);
        }
    }

    @Override
    public void step(int operations) {
        @Nullable Node[] request = new @Nullable Node[operations];
        maker.count(8L * operations, 1);
        scratch = request;
        for (int i = 0; i < operations; i++) {
            Node node = maker.make(nextId++);
            maker.link(node, table, anchors);
            request[i] = node;
            if (random.chance(survivalPpm)) {
                enter(randomReplaceable(), node);
            }
            if (mutationPpm > 0 && random.chance(mutationPpm)) {
                mutate();
            }
        }
        for (Node node : request) {
            read(node);
        }
    }

    private int randomReplaceable() {
        return anchors + random.below(table.slots() - anchors);
    }

    private void enter(int slot, Node node) {
        Node left = table.put(slot, node);
        sumOfIdsEntered += node.id;
        if (left != null) {
            sumOfIdsLeft += left.id;
            checksum = SplitMix64.mix(checksum ^ left.fingerprint());
        }
    }

    private void mutate() {
        Node old = table.get(randomReplaceable());
        Node anchor = table.get(random.below(anchors));
        if (old != null) {
            old.first = anchor;
        }
    }

    private void read(@Nullable Node node) {
        if (node == null || !node.intact()) {
            damaged++;
            return;
        }
        sumOfIdsRead += node.id;
        checksum += node.fingerprint();
    }

    @Override
    public long checksum() {
        return SplitMix64.mix(checksum ^ table.fingerprint());
    }

    @Override
    public long requestedBytes() {
        return maker.requestedBytes();
    }

    @Override
    public long objects() {
        return maker.objects();
    }

    @Override
    public List<Check> checks(long operationsDone) {
        long firstId = table.slots() + 1L;
        return List.of(
                new Check("live set population", table.slots(), table.countIntact()),
                new Check("sum over survivors", sumOfIdsEntered - sumOfIdsLeft, table.sumOfIds()),
                new Check("sum over operations, each once", sumOfRange(firstId, operationsDone), sumOfIdsRead),
                new Check("damaged objects", 0, damaged));
    }

    /** first + (first+1) + …, count terms, wrapping around at 2^64. */
    private static long sumOfRange(long first, long count) {
        long triangle = count % 2 == 0 ? count / 2 * (count - 1) : (count - 1) / 2 * count;
        return first * count + triangle;
    }
}
