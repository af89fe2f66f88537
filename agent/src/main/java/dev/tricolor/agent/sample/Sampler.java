package dev.tricolor.agent.sample;

import dev.tricolor.agent.Nullable;
import java.io.IOException;
import jdk.jfr.FlightRecorder;

/**
 * Commits the {@code tricolor.*} events: one reading of procfs and of the JVM's counters.
 *
 * <p>What can't be read here gives no event, never a 0. To be made after the recording has started. The agent's thread
 * uses it, and any other that wants a reading of its own: all share one buffer, hence the lock, which lasts as long as a
 * reading.
 */
public final class Sampler {

    private final @Nullable ThreadCpu cpu;
    private final @Nullable ProcessMemory memory;
    private final @Nullable AllocationCounter allocation;
    private @Nullable OwnCpu own;
    private boolean ownOpened;

    public Sampler() {
        // First of all: a type that is registered after a flush makes JFR write its 100 KB of metadata once more.
        FlightRecorder.register(ThreadGroupCpuEvent.class);
        FlightRecorder.register(ProcessMemoryEvent.class);
        FlightRecorder.register(AllocationEvent.class);
        FlightRecorder.register(AgentStatusEvent.class);
        FlightRecorder.register(AgentInfoEvent.class);
        cpu = ThreadCpu.open();
        memory = ProcessMemory.open();
        allocation = AllocationCounter.open();
    }

    /**
     * Whether the process is idle: asked once a second. No thread group's CPU time and hardly any memory can have changed
     * then, and a full reading would cost more than it tells. False where that can't be told.
     */
    public synchronized boolean quiet() throws IOException {
        return cpu != null && cpu.quiet();
    }

    /** Commits one of each event that can be had. To be called by the agent's thread. */
    public synchronized void sample(AgentStatus status) throws IOException {
        if (!ownOpened) {
            own = OwnCpu.open();
            ownOpened = true;
        }
        readings(false);
        AgentStatusEvent.of(status, own, allocation).commit();
    }

    /** Commits one of each event but the agent's own cost, with every thread in its group, also one that has just begun. */
    public synchronized void sampleNow() throws IOException {
        readings(true);
    }

    private void readings(boolean everyThread) throws IOException {
        if (cpu != null) {
            cpu.refresh(everyThread);
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
    }

    /** CPU time of the collector's own threads since the process began, as read last; 0 where it can't be told. */
    public synchronized long collectorNanos() {
        return cpu == null
                ? 0
                : cpu.cpuNanos(ThreadKind.GC_STOPPED)
                        + cpu.cpuNanos(ThreadKind.GC_CONCURRENT)
                        + cpu.cpuNanos(ThreadKind.GC_WORKERS);
    }

    private static void threadGroups(ThreadCpu cpu) {
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
    public synchronized void info(String version, String settings, String start, boolean control, long missedMillis) {
        AgentInfoEvent e = new AgentInfoEvent();
        e.version = version;
        e.settings = settings;
        e.start = start;
        e.control = control;
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
