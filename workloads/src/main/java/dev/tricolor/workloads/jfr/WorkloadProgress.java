package dev.tricolor.workloads.jfr;

import jdk.jfr.Category;
import jdk.jfr.Description;
import jdk.jfr.Event;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.StackTrace;
import jdk.jfr.Timespan;
import org.jspecify.annotations.Nullable;

/** How far a phase of a workload has come, about once a second and at each phase's end. */
@Name("tricolor.WorkloadProgress")
@Category("Tricolor")
@Label("Workload Progress")
@Description("How far a workload has come, about once a second")
@StackTrace(false)
final class WorkloadProgress extends Event {
    @Label("Workload")
    @Nullable
    String workload;

    @Label("Phase")
    @Description("fill, warm-up or measured")
    @Nullable
    String phase;

    @Label("Operations")
    @Description("Done in this phase")
    long operations;

    @Label("Total Operations")
    @Description("Of this phase; -1 if it is bounded by time or not known")
    long total;

    @Label("Elapsed")
    @Description("Since the start of this phase")
    @Timespan(Timespan.NANOSECONDS)
    long elapsed;

    @Label("Planned Time")
    @Description("Of this phase; -1 if it is bounded by operations")
    @Timespan(Timespan.NANOSECONDS)
    long planned;
}
