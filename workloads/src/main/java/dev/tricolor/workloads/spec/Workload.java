package dev.tricolor.workloads.spec;

import java.util.List;

/** A canned workload: a name, knobs, and the plan that its parameters make. */
public interface Workload {
    String name();

    /** What it does, in one line. */
    String summary();

    /** Which behaviour of collectors it exposes, and where that shows. */
    String exposes();

    /** Every knob, the common ones first. */
    List<Knob> knobs();

    /**
     * What the parameters mean for this workload.
     *
     * @throws BadInput if they contradict one another or this JVM
     */
    Plan plan(Parameters parameters);

    /** What must be seen, and under which setting it must not. */
    List<Signature> signatures();
}
