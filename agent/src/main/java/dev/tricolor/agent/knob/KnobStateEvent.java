package dev.tricolor.agent.knob;

import jdk.jfr.Category;
import jdk.jfr.DataAmount;
import jdk.jfr.Description;
import jdk.jfr.Event;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.Percentage;
import jdk.jfr.StackTrace;

/** What the agent measures and does about its GOGC; once a second while one is set. */
@Name("tricolor.KnobState")
@Label("Knob State")
@Category("Tricolor")
@StackTrace(false)
final class KnobStateEvent extends Event {

    @Label("GOGC")
    int gogc;

    @Label("Live")
    @Description("Lowest heap use since the fourth last full marking; -1 before the first")
    @DataAmount
    long live;

    @Label("Goal")
    @Description("live * (1 + GOGC / 100); -1 while live is not known")
    @DataAmount
    long goal;

    @Label("Peak")
    @Description("Highest heap use seen in the last window, which holds at least one collection; -1 before the first")
    @DataAmount
    long peak;

    @Label("GC CPU")
    @Description("The collector's threads, as a share of the machine, over some seconds; -1 where not told")
    @Percentage
    float gcCpu;

    @Label("State")
    @Description("What the loop does; after a colon why it goes no lower")
    String state = "";
}
