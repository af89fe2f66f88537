package dev.tricolor.workloads.synthetic;

import dev.tricolor.workloads.heap.LiveTable;
import dev.tricolor.workloads.heap.Node;
import dev.tricolor.workloads.heap.NodeMaker;
import dev.tricolor.workloads.heap.SplitMix64;
import dev.tricolor.workloads.spec.BadInput;
import dev.tricolor.workloads.spec.Check;
import dev.tricolor.workloads.spec.Parameters;
import dev.tricolor.workloads.spec.Units;
import java.util.List;

/**
 * A worker that works in rounds: fills all slots in order with nodes of one size, frees half of them at once, the odd ones
 * or the second half, then only makes garbage for a while, during which collections meet the half-empty heap. The size
 * shifts from round to round; within one, payloads differ by up to 15 bytes.
 */
final class FragmentWorker extends RequestWorker {
    private static final int JITTER_BYTES = 16;
    private static final int HEAP_BYTES_BESIDE_PAYLOAD = 32 + 16 + 8;

    private final LiveTable table;
    private final boolean alternate;
    private final int minBytes;
    private final int spanBytes;
    private final int shiftBytes;
    private final long roundOperations;
    private long position;
    private long population;
    private int payloadBytes;
    private long sumOfIdsEntered;
    private long sumOfIdsLeft;

    FragmentWorker(Parameters parameters, long seed) {
        super(new NodeMaker(new SplitMix64(seed)));
        table = new LiveTable(slots(parameters));
        alternate = parameters.text("pattern").equals("alternate");
        minBytes = parameters.small("min-size");
        spanBytes = parameters.small("max-size") - minBytes + 1;
        shiftBytes = parameters.small("shift");
        payloadBytes = minBytes;
        roundOperations = (1 + parameters.number("quiet")) * table.slots() + 1;
    }

    static int slots(Parameters parameters) {
        long min = parameters.number("min-size");
        long max = parameters.number("max-size");
        if (min > max) {
            throw new BadInput("--min-size is larger than --max-size", "try --min-size 32 --max-size 2k");
        }
        long live = parameters.number("live");
        long slots = live / ((min + max) / 2 + HEAP_BYTES_BESIDE_PAYLOAD) / parameters.number("threads");
        if (slots < 16 || slots > 1 << 28) {
            throw new BadInput(
                    "--live " + Units.showBytes(live) + " makes " + slots + " objects a thread",
                    "choose it and the sizes so that there are 16 to 2^28");
        }
        return (int) slots;
    }

    @Override
    public void fill() {
        for (int i = 0; i < table.slots(); i++) {
            enter(i, create(takeId()));
        }
    }

    @Override
    Node create(long id) {
        return maker.make(id, payloadBytes + random.below(JITTER_BYTES));
    }

    @Override
    void operate(Node node) {
        if (position < table.slots()) {
            enter((int) position, node);
        } else if (position == table.slots()) {
            freeHalf();
        }
        position++;
        if (position == roundOperations) {
            position = 0;
            payloadBytes = minBytes + (payloadBytes - minBytes + shiftBytes) % spanBytes;
        }
    }

    private void freeHalf() {
        int slots = table.slots();
        for (int i = 0; i < slots / 2; i++) {
            Node freed = table.put(alternate ? 2 * i + 1 : slots - 1 - i, null);
            if (freed != null) {
                population--;
                sumOfIdsLeft += freed.id;
                retire(freed);
            }
        }
    }

    private void enter(int at, Node node) {
        Node left = table.put(at, node);
        sumOfIdsEntered += node.id;
        if (left == null) {
            population++;
        } else {
            sumOfIdsLeft += left.id;
            retire(left);
        }
    }

    @Override
    long fingerprintOfLiveSet() {
        return table.fingerprint();
    }

    @Override
    List<Check> checksOfLiveSet() {
        return List.of(
                new Check("live set population", population, table.countIntact()),
                new Check("sum over survivors", sumOfIdsEntered - sumOfIdsLeft, table.sumOfIds()));
    }
}
