package dev.tricolor.dashboard.cli;

import com.sun.tools.attach.VirtualMachine;
import com.sun.tools.attach.VirtualMachineDescriptor;
import dev.tricolor.dashboard.run.Jdk;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/**
 * A JVM on this machine that this user may attach to.
 *
 * @param name its main class or jar; empty where it does not tell
 * @param jdk its version; empty where it cannot be told
 * @param collector its id; empty where it cannot be told
 */
record LocalJvm(String pid, String name, String jdk, String collector) {

    /** All but this process, by falling process id. */
    static List<LocalJvm> all() {
        String self = String.valueOf(ProcessHandle.current().pid());
        List<LocalJvm> found = new ArrayList<>();
        for (VirtualMachineDescriptor descriptor : VirtualMachine.list()) {
            if (!descriptor.id().equals(self)) {
                found.add(of(descriptor));
            }
        }
        found.sort(Comparator.comparingLong((LocalJvm jvm) -> Long.parseLong(jvm.pid))
                .reversed());
        return List.copyOf(found);
    }

    private static LocalJvm of(VirtualMachineDescriptor descriptor) {
        PerfCounters counters = PerfCounters.of(descriptor.id());
        return new LocalJvm(
                descriptor.id(),
                shortName(descriptor.displayName()),
                version(descriptor.id(), counters),
                collector(counters));
    }

    /** The first word, without the folder of a jar: what follows are the program's own arguments. */
    private static String shortName(String displayName) {
        String first = displayName.strip().replaceFirst("\\s.*", "");
        if (first.endsWith(".jar") && !first.isEmpty()) {
            Path file = Path.of(first).getFileName();
            return file == null ? first : file.toString();
        }
        return first;
    }

    /** By the runtime that its executable belongs to; what the JVM itself says where that cannot be told. */
    private static String version(String pid, PerfCounters counters) {
        return ProcessHandle.of(Long.parseLong(pid))
                .flatMap(process -> process.info().command())
                .map(command -> Path.of(command).getParent())
                .map(Path::getParent)
                .flatMap(Jdk::at)
                .map(Jdk::version)
                .orElseGet(() -> counters.text("java.property.java.version"));
    }

    private static String collector(PerfCounters counters) {
        String flags = counters.text("java.rt.vmArgs");
        for (int i = 0; i < 3; i++) {
            String name = counters.text("sun.gc.collector." + i + ".name").toLowerCase(Locale.ROOT);
            if (name.startsWith("shenandoah") && flags.contains("ShenandoahGCMode=generational")) {
                return "shenandoah-generational";
            }
            for (String id : List.of("serial", "parallel", "g1", "shenandoah")) {
                if (name.startsWith(id)) {
                    return id;
                }
            }
            if (name.startsWith("z")) {
                return "zgc";
            }
        }
        return "";
    }

    boolean matches(String wanted) {
        return pid.equals(wanted) || name.toLowerCase(Locale.ROOT).contains(wanted.toLowerCase(Locale.ROOT));
    }
}
