package dev.tricolor.workloads.synthetic;

import dev.tricolor.workloads.heap.LiveTable;
import dev.tricolor.workloads.heap.NodeMaker;
import dev.tricolor.workloads.spec.CommonKnobs;
import dev.tricolor.workloads.spec.Knob;
import dev.tricolor.workloads.spec.Parameters;
import dev.tricolor.workloads.spec.Plan;
import dev.tricolor.workloads.spec.Units;
import dev.tricolor.workloads.spec.Worker;
import dev.tricolor.workloads.spec.Workload;
import java.util.ArrayList;
import java.util.List;

/** High allocation rate of which about 1 % survives: the generational payoff. */
public final class Churn implements Workload {
    @Override
    public String name() {
        return "churn";
    }

    @Override
    public String summary() {
        return "allocates small objects fast; about 1 % survive and replace random ones of a live set of fixed size";
    }

    @Override
    public String exposes() {
        return "the generational payoff: cost of a collection follows the survivors, or the whole live set where there is"
                + " one generation; see GC CPU share, cycles, and throughput over heap size";
    }

    @Override
    public List<Knob> knobs() {
        List<Knob> own = new ArrayList<>();
        own.add(Knob.heapBytes("live", "48m", "64k", "64g", "size of the live set on a HotSpot heap"));
        own.add(Knob.share("survival", "1%", 0, Units.PPM, "share of the new objects that survive into the live set"));
        own.add(Knob.share(
                "mutation", "0", 0, Units.PPM, "share of operations that also change a reference of an old object"));
        own.addAll(NodeMaker.knobs());
        return CommonKnobs.with("100m", 2, "20%", own.toArray(Knob[]::new));
    }

    @Override
    public Plan plan(Parameters parameters) {
        int slots = NodeMaker.slotsPerThread(parameters, parameters.number("live"));
        return new Plan() {
            @Override
            public int operationsPerStep() {
                return ChurnWorker.OPERATIONS_PER_REQUEST;
            }

            @Override
            public Worker worker(int index, int threads, long seed) {
                return new ChurnWorker(parameters, seed, new LiveTable(slots));
            }
        };
    }
}
