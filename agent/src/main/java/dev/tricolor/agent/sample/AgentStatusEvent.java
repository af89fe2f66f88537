package dev.tricolor.agent.sample;

import dev.tricolor.agent.Nullable;
import jdk.jfr.Category;
import jdk.jfr.DataAmount;
import jdk.jfr.Description;
import jdk.jfr.Event;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.StackTrace;
import jdk.jfr.Timespan;

/** What the agent costs and what it failed to do, since it began. */
@Name("tricolor.AgentStatus")
@Label("Agent Status")
@Category("Tricolor")
@Description("The observer's own cost and losses since it began")
@StackTrace(false)
final class AgentStatusEvent extends Event {

    private static final long NOT_TOLD = -1;

    @Label("Sent")
    @Description("Bytes that the dashboard has acknowledged")
    @DataAmount
    long sentBytes;

    @Label("Backlog")
    @Description("Bytes recorded and not yet acknowledged")
    @DataAmount
    long backlogBytes;

    @Label("CPU Time")
    @Description("Of the agent's thread; -1 where the platform does not tell")
    @Timespan(Timespan.NANOSECONDS)
    long cpu;

    @Label("Lost Bytes")
    @Description("Recorded and dropped before they could be sent, as far as their size was known")
    @DataAmount
    long lostBytes;

    @Label("Lost Chunks")
    @Description("How often the next chunk was gone before it could be sent")
    long lostChunks;

    @Label("Lost Time")
    @Description("Time that the lost chunks covered")
    @Timespan(Timespan.NANOSECONDS)
    long lostTime;

    @Label("Allocated")
    @Description("By the agent's thread; -1 where the JVM does not tell")
    @DataAmount
    long allocatedBytes;

    @Label("Failures")
    @Description("Requests that failed and were tried again")
    long failures;

    /** To be called by the agent's thread, whose cost it tells. */
    static AgentStatusEvent of(AgentStatus status, @Nullable OwnCpu own, @Nullable AllocationCounter allocation) {
        AgentStatusEvent e = new AgentStatusEvent();
        e.sentBytes = status.sentBytes;
        e.backlogBytes = status.backlogBytes;
        e.lostBytes = status.lostBytes;
        e.lostChunks = status.lostChunks;
        e.lostTime = status.lostNanos;
        e.failures = status.failures;
        e.cpu = own == null ? NOT_TOLD : own.nanos();
        e.allocatedBytes = allocation == null ? NOT_TOLD : allocation.own();
        return e;
    }
}
