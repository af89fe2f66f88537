package dev.tricolor.workloads.synthetic;

import dev.tricolor.workloads.heap.Node;
import dev.tricolor.workloads.spec.Check;
import dev.tricolor.workloads.spec.Parameters;
import java.util.ArrayList;
import java.util.List;

/** A churning worker of which the first calls System.gc() now and then. */
final class ExplicitWorker extends ChurnWorker {
    private final long every;
    private final boolean calls;
    private long untilCall;
    private long called;

    ExplicitWorker(Parameters parameters, int index, long seed) {
        super(parameters, seed);
        every = parameters.number("every");
        calls = index == 0;
        untilCall = every;
    }

    @Override
    void operate(Node node) {
        super.operate(node);
        untilCall--;
        if (untilCall == 0) {
            untilCall = every;
            if (calls) {
                called++;
                System.gc();
            }
        }
    }

    @Override
    List<Check> checksOfLiveSet() {
        List<Check> checks = new ArrayList<>(super.checksOfLiveSet());
        checks.add(new Check("calls of System.gc()", calls ? operationsBegun() / every : 0, called));
        return checks;
    }
}
