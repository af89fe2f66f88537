package dev.tricolor.dashboard.cli;

import java.lang.reflect.Method;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The counters that a JVM keeps in a shared file for tools. Read through the JDK's own reader, which is not exported: the
 * jar's manifest asks for it, and without it there is nothing to read. Reading costs the JVM nothing.
 */
final class PerfCounters {
    private static final Logger LOG = LoggerFactory.getLogger(PerfCounters.class);

    private final @Nullable Object vm;
    private final @Nullable Method find;

    private PerfCounters(@Nullable Object vm, @Nullable Method find) {
        this.vm = vm;
        this.find = find;
    }

    static PerfCounters of(String pid) {
        try {
            Class<?> hosts = Class.forName("sun.jvmstat.monitor.MonitoredHost");
            Class<?> identifier = Class.forName("sun.jvmstat.monitor.VmIdentifier");
            Class<?> machine = Class.forName("sun.jvmstat.monitor.MonitoredVm");
            Object host = hosts.getMethod("getMonitoredHost", String.class).invoke(null, "localhost");
            Object id = identifier.getConstructor(String.class).newInstance("//" + pid);
            Object vm = hosts.getMethod("getMonitoredVm", identifier).invoke(host, id);
            return new PerfCounters(vm, machine.getMethod("findByName", String.class));
        } catch (ReflectiveOperationException e) {
            LOG.debug("no counters of process {}: {}", pid, e.toString());
            return new PerfCounters(null, null);
        }
    }

    /** A counter's text; empty where there is none. */
    String text(String name) {
        if (vm == null || find == null) {
            return "";
        }
        try {
            Object monitor = find.invoke(vm, name);
            if (monitor == null) {
                return "";
            }
            Class<?> type = Class.forName("sun.jvmstat.monitor.Monitor");
            return String.valueOf(type.getMethod("getValue").invoke(monitor));
        } catch (ReflectiveOperationException e) {
            LOG.debug("no counter {}: {}", name, e.toString());
            return "";
        }
    }
}
