package dev.tricolor.workloads;

import dev.tricolor.workloads.spec.Workload;
import dev.tricolor.workloads.synthetic.Churn;
import java.util.List;

/** The list of all workloads. */
public final class Workloads {
    public static final List<Workload> ALL = List.of(new Churn());

    private Workloads() {}
}
