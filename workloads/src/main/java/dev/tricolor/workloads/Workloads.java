package dev.tricolor.workloads;

import dev.tricolor.workloads.spec.Workload;
import dev.tricolor.workloads.synthetic.Burst;
import dev.tricolor.workloads.synthetic.Churn;
import dev.tricolor.workloads.synthetic.DeepList;
import dev.tricolor.workloads.synthetic.Explicit;
import dev.tricolor.workloads.synthetic.Fragment;
import dev.tricolor.workloads.synthetic.Humongous;
import dev.tricolor.workloads.synthetic.Leak;
import dev.tricolor.workloads.synthetic.Metaspace;
import dev.tricolor.workloads.synthetic.Midlife;
import dev.tricolor.workloads.synthetic.Mutate;
import dev.tricolor.workloads.synthetic.OffHeap;
import dev.tricolor.workloads.synthetic.Phases;
import dev.tricolor.workloads.synthetic.References;
import dev.tricolor.workloads.synthetic.Squeeze;
import dev.tricolor.workloads.synthetic.Stacks;
import dev.tricolor.workloads.synthetic.Stall;
import dev.tricolor.workloads.synthetic.WideTree;
import java.util.List;

/** The list of all workloads. */
public final class Workloads {
    public static final List<Workload> ALL = List.of(
            new Churn(),
            new Stall(),
            new Humongous(),
            new Midlife(),
            new Mutate(),
            new Squeeze(),
            new DeepList(),
            new WideTree(),
            new References(),
            new Metaspace(),
            new Phases(),
            new Burst(),
            new Stacks(),
            new OffHeap(),
            new Leak(),
            new Fragment(),
            new Explicit());

    private Workloads() {}
}
