package dev.tricolor.agent.sample;

import java.io.IOException;
import jdk.jfr.FlightRecorder;
import org.jspecify.annotations.Nullable;

/**
 * Commits the {@code tricolor.*} events: one reading of procfs and of the JVM's counters.
 *
 * <p>What can't be read here gives no event, never a 0. To be made after the recording has started, by the agent's
 * thread, which alone uses it.
 */
public final class Sampler {

    private final @Nullable ThreadCpu cpu;
    private final @Nullable ProcessMemory memory;
    private final @Nullable AllocationCounter allocation;
    private final @Nullable OwnCpu own;

    public Sampler() {
        // First of all: a type that is registered after a flush makes JFR write its 100 KB of metadata once more.
        FlightRecorder.register(ThreadGroupCpuEvent.class);
        FlightRecorder.register(ProcessMemoryEvent.class);
        FlightRecorder.register(AllocationEvent.class);
        FlightRecorder.register(AgentStatusEvent.class);
        FlightRecorder.register(AgentInfoEvent.class);
        cpu = ThreadCpu.open();
        memory = ProcessMemory.open();
        own = OwnCpu.open();
        allocation = AllocationCounter.open();
    }

    /**
     * Whether the process is idle: asked once a second. No thread group's CPU time and hardly any memory can have changed
     * then, and a full reading would cost more than it tells. False where that can't be told.
     */
    public boolean quiet() throws IOException {
        return cpu != null && cpu.quiet();
    }

    /** Commits one of each event that can be had. */
    public void sample(AgentStatus status) throws IOException {
        if (cpu != null) {
            threadGroups(cpu);
        }
        if (memory != null) {
            memory.refresh();
            ProcessMemoryEvent e = new ProcessMemoryEvent();
            e.rss = memory.rss();
            e.peakRss = memory.peakRss();
            e.swap = memory.swap();
            e.commit();
        }
        if (allocation != null && allocation.hasTotal()) {
            AllocationEvent e = new AllocationEvent();
            e.allocated = allocation.total();
            e.commit();
        }
        AgentStatusEvent.of(status, own, allocation).commit();
    }

    private static void threadGroups(ThreadCpu cpu) throws IOException {
        cpu.refresh();
        commit("process", cpu.processCpuNanos(), cpu.processThreads());
        for (ThreadKind kind : ThreadKind.ALL) {
            if (cpu.threads(kind) > 0 || cpu.cpuNanos(kind) > 0) {
                commit(kind.label, cpu.cpuNanos(kind), cpu.threads(kind));
            }
        }
    }

    private static void commit(String group, long nanos, int threads) {
        ThreadGroupCpuEvent e = new ThreadGroupCpuEvent();
        e.group = group;
        e.cpu = nanos;
        e.threads = threads;
        e.commit();
    }

    /** Commits who observes and how. */
    public void info(String version, String settings, String start, long missedMillis) {
        AgentInfoEvent e = new AgentInfoEvent();
        e.version = version;
        e.settings = settings;
        e.start = start;
        e.missed = missedMillis;
        e.cpuInstrument = cpu == null ? "" : cpu.instrument();
        e.unavailable = unavailable();
        e.commit();
    }

    private String unavailable() {
        StringBuilder b = new StringBuilder();
        if (cpu == null) {
            b.append("ThreadGroupCpu: no procfs; ");
        }
        if (memory == null) {
            b.append("ProcessMemory: no procfs; ");
        }
        if (allocation == null) {
            b.append("Allocation: no jdk.management or its counter is off; ");
        } else if (!allocation.hasTotal()) {
            b.append("Allocation: this JDK has no getTotalThreadAllocatedBytes; ");
        }
        return b.toString();
    }
}
