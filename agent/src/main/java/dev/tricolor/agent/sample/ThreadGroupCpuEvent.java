package dev.tricolor.agent.sample;

import jdk.jfr.Category;
import jdk.jfr.Description;
import jdk.jfr.Event;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.StackTrace;
import jdk.jfr.Timespan;

/** CPU time of one group of the JVM's threads. */
@Name("tricolor.ThreadGroupCpu")
@Label("CPU Time of Thread Group")
@Category("Tricolor")
@Description("CPU time that a group of threads has used since the process began, from procfs")
@StackTrace(false)
final class ThreadGroupCpuEvent extends Event {

    @Label("Group")
    @Description("process (all), gc-stopped, gc-concurrent, gc-workers, vm, jit, observer, application (the rest)")
    String group = "";

    @Label("CPU Time")
    @Description("User and system time since the process began; never shrinks")
    @Timespan(Timespan.NANOSECONDS)
    long cpu;

    @Label("Threads")
    @Description("Threads of the group that live now")
    int threads;
}
