package dev.tricolor.agent.sample;

import jdk.jfr.Category;
import jdk.jfr.DataAmount;
import jdk.jfr.Description;
import jdk.jfr.Event;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.StackTrace;

/** Memory of the process as the kernel counts it. */
@Name("tricolor.ProcessMemory")
@Label("Process Memory")
@Category("Tricolor")
@Description("Memory of the process as the kernel counts it, from /proc/self/status")
@StackTrace(false)
final class ProcessMemoryEvent extends Event {

    @Label("Resident")
    @Description("VmRSS")
    @DataAmount
    long rss;

    @Label("Peak Resident")
    @Description("VmHWM: the largest resident size since the process began")
    @DataAmount
    long peakRss;

    @Label("Swapped Out")
    @Description("VmSwap")
    @DataAmount
    long swap;
}
