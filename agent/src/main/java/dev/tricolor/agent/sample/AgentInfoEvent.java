package dev.tricolor.agent.sample;

import jdk.jfr.Category;
import jdk.jfr.Description;
import jdk.jfr.Event;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.StackTrace;
import jdk.jfr.Timespan;

/** Who observes, how, and what can't be had on this platform; once in each chunk. */
@Name("tricolor.AgentInfo")
@Label("Agent Information")
@Category("Tricolor")
@StackTrace(false)
final class AgentInfoEvent extends Event {

    @Label("Version")
    String version = "";

    @Label("Settings")
    @Description("What the recording was started with")
    String settings = "";

    @Label("Start")
    @Description("premain or agentmain, and on which thread JFR was started")
    String start = "";

    @Label("Missed")
    @Description("How long the JVM had run when the recording began")
    @Timespan(Timespan.MILLISECONDS)
    long missed;

    @Label("Control")
    @Description("Whether the dashboard may turn knobs")
    boolean control;

    @Label("CPU Instrument")
    @Description("Where the threads' CPU times come from")
    String cpuInstrument = "";

    @Label("Not Available")
    @Description("What can't be measured here, and why")
    String unavailable = "";
}
