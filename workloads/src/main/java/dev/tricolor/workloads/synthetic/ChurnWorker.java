package dev.tricolor.workloads.synthetic;

import dev.tricolor.workloads.heap.LiveTable;
import dev.tricolor.workloads.heap.Node;
import dev.tricolor.workloads.heap.NodeMaker;
import dev.tricolor.workloads.spec.Check;
import dev.tricolor.workloads.spec.Knob;
import dev.tricolor.workloads.spec.Parameters;
import dev.tricolor.workloads.spec.Units;
import java.util.ArrayList;
import java.util.List;

/**
 * A worker whose survivors replace random ones of a table of fixed size; most nodes die with their request.
 *
 * <p>The first eighth of the table, the anchors, is never replaced; references lead only there. So nothing that left the
 * table is reachable, and the live set stays as large as asked.
 */
class ChurnWorker extends RequestWorker {
    private static final int ANCHOR_SHARE = 8;

    private final LiveTable table;
    private final int anchors;
    private final int survivalPpm;
    private final int mutationPpm;

    private long sumOfIdsEntered;
    private long sumOfIdsLeft;

    ChurnWorker(Parameters parameters, long seed) {
        super(parameters, seed);
        table = new LiveTable(slots(parameters));
        anchors = Math.max(1, table.slots() / ANCHOR_SHARE);
        survivalPpm = parameters.small("survival");
        mutationPpm = parameters.small("mutation");
    }

    /** The knobs of such a worker, with a workload's defaults. */
    static List<Knob> knobs(String live, String survival) {
        List<Knob> knobs = new ArrayList<>();
        knobs.add(Knob.heapBytes("live", live, "64k", "64g", "size of the live set on a HotSpot heap"));
        knobs.add(Knob.share(
                "survival", survival, 0, Units.PPM, "share of the new objects that survive into the live set"));
        knobs.add(Knob.share(
                "mutation", "0", 0, Units.PPM, "share of operations that also change a reference of an old object"));
        knobs.add(NodeMaker.referencesKnob());
        knobs.addAll(NodeMaker.sizeKnobs());
        return knobs;
    }

    /** Slots of one worker's table; refuses parameters that make none. */
    static int slots(Parameters parameters) {
        return NodeMaker.slotsPerThread(parameters, parameters.number("live"));
    }

    @Override
    public void fill() {
        for (int slot = 0; slot < table.slots(); slot++) {
            Node node = maker.make(takeId());
            if (slot >= anchors) {
                maker.link(node, table, anchors);
            }
            enter(slot, node);
        }
    }

    @Override
    final Node create(long id) {
        Node node = maker.make(id);
        maker.link(node, table, anchors);
        return node;
    }

    @Override
    void operate(Node node) {
        if (random.chance(survivalPpm)) {
            enter(randomReplaceable(), node);
        }
        if (mutationPpm > 0 && random.chance(mutationPpm)) {
            mutate();
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
            retire(left);
        }
    }

    private void mutate() {
        Node old = table.get(randomReplaceable());
        Node anchor = table.get(random.below(anchors));
        if (old != null) {
            old.first = anchor;
        }
    }

    @Override
    long fingerprintOfLiveSet() {
        return table.fingerprint();
    }

    @Override
    List<Check> checksOfLiveSet() {
        return List.of(
                new Check("live set population", table.slots(), table.countIntact()),
                new Check("sum over survivors", sumOfIdsEntered - sumOfIdsLeft, table.sumOfIds()));
    }
}
