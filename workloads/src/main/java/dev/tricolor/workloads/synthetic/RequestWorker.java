package dev.tricolor.workloads.synthetic;

import dev.tricolor.workloads.heap.Node;
import dev.tricolor.workloads.heap.NodeMaker;
import dev.tricolor.workloads.heap.SplitMix64;
import dev.tricolor.workloads.spec.Check;
import dev.tricolor.workloads.spec.Parameters;
import dev.tricolor.workloads.spec.Worker;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A worker whose operations each make one node, in requests of {@value #OPERATIONS_PER_REQUEST}. The request's nodes lie
 * in a young scratch array, published in a field so that no compiler may keep them off the heap; at its end they are read
 * back, and die unless {@link #operate} has kept them.
 */
abstract class RequestWorker implements Worker {
    static final int OPERATIONS_PER_REQUEST = 64;

    final SplitMix64 random;
    final NodeMaker maker;

    @Nullable
    Node @Nullable [] scratch;

    private long nextId = 1;
    private long firstOperationId;
    private long checksum;
    private long sumOfIdsRead;
    private long damaged;

    RequestWorker(Parameters parameters, long seed) {
        this(new NodeMaker(parameters, new SplitMix64(seed)));
    }

    RequestWorker(NodeMaker maker) {
        this.maker = maker;
        random = maker.random();
    }

    /** Makes the node of one operation. */
    Node create(long id) {
        return maker.make(id);
    }

    /** What an operation does with its node besides making and reading it. */
    abstract void operate(Node node);

    /** A fold of what is live. */
    abstract long fingerprintOfLiveSet();

    /** Checks besides those of the operations themselves. */
    abstract List<Check> checksOfLiveSet();

    final long takeId() {
        return nextId++;
    }

    /** Operations begun so far. */
    final long operationsBegun() {
        return firstOperationId == 0 ? 0 : nextId - firstOperationId;
    }

    /** Takes a node that leaves the live set into the checksum. */
    final void retire(Node node) {
        checksum = SplitMix64.mix(checksum ^ node.fingerprint());
    }

    @Override
    public final void step(int operations) {
        if (firstOperationId == 0) {
            firstOperationId = nextId;
        }
        @Nullable Node[] request = new @Nullable Node[operations];
        maker.count(8L * operations, 1);
        scratch = request;
        for (int i = 0; i < operations; i++) {
            Node node = create(nextId++);
            request[i] = node;
            operate(node);
        }
        for (Node node : request) {
            read(node);
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
    public final long checksum() {
        return SplitMix64.mix(checksum ^ fingerprintOfLiveSet());
    }

    @Override
    public final long requestedBytes() {
        return maker.requestedBytes();
    }

    @Override
    public final long objects() {
        return maker.objects();
    }

    @Override
    public final List<Check> checks(long operationsDone) {
        List<Check> checks = new ArrayList<>(checksOfLiveSet());
        long expected = sumOfRange(firstOperationId, operationsDone);
        checks.add(new Check("sum over operations, each once", expected, sumOfIdsRead));
        checks.add(new Check("damaged objects", 0, damaged));
        return checks;
    }

    /** first + (first+1) + …, count terms, wrapping around at 2^64. */
    private static long sumOfRange(long first, long count) {
        long triangle = count % 2 == 0 ? count / 2 * (count - 1) : (count - 1) / 2 * count;
        return first * count + triangle;
    }
}
