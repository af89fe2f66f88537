package dev.tricolor.agent.sample;

import jdk.jfr.Category;
import jdk.jfr.DataAmount;
import jdk.jfr.Description;
import jdk.jfr.Event;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.StackTrace;

/** Bytes allocated by all Java threads. */
@Name("tricolor.Allocation")
@Label("Allocation")
@Category("Tricolor")
@Description("ThreadMXBean.getTotalThreadAllocatedBytes(): exact but for what is in thread-local buffers")
@StackTrace(false)
final class AllocationEvent extends Event {

    @Label("Allocated")
    @Description("By all Java threads since the process began, dead ones included")
    @DataAmount
    long allocated;
}
