package dev.tricolor.workloads.jfr;

import jdk.jfr.Category;
import jdk.jfr.Description;
import jdk.jfr.Event;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.StackTrace;
import org.jspecify.annotations.Nullable;

/** The measured part of a workload starts at this event's time. */
@Name("tricolor.WorkloadStart")
@Category("Tricolor")
@Label("Workload Start")
@Description("The measured part of a workload starts; fill and warm-up are over")
@StackTrace(false)
final class WorkloadStart extends Event {
    @Label("Workload")
    @Nullable
    String workload;

    @Label("Parameters")
    @Description("JSON object of every knob's value")
    @Nullable
    String parameters;

    @Label("Seed")
    long seed;

    @Label("Threads")
    int threads;
}
