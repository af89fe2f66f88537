package dev.tricolor.workloads.report;

import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.util.List;

/** The name of the collector that runs, from the names of its beans. */
public final class Collector {
    private Collector() {}

    public static String current() {
        List<String> beans = ManagementFactory.getGarbageCollectorMXBeans().stream()
                .map(GarbageCollectorMXBean::getName)
                .toList();
        return of(beans, shenandoahMode());
    }

    /** serial, parallel, g1, zgc, shenandoah, shenandoah-generational, epsilon; the first bean's own name if none of these. */
    static String of(List<String> beans, String shenandoahMode) {
        for (String bean : beans) {
            if (bean.equals("Copy") || bean.equals("MarkSweepCompact")) {
                return "serial";
            }
            if (bean.startsWith("PS ")) {
                return "parallel";
            }
            if (bean.startsWith("G1 ")) {
                return "g1";
            }
            if (bean.startsWith("ZGC")) {
                return "zgc";
            }
            if (bean.startsWith("Shenandoah")) {
                return shenandoahMode.equals("generational") ? "shenandoah-generational" : "shenandoah";
            }
            if (bean.startsWith("Epsilon")) {
                return "epsilon";
            }
        }
        return beans.isEmpty() ? "unknown" : beans.get(0);
    }

    private static String shenandoahMode() {
        try {
            var bean = ManagementFactory.getPlatformMXBean(com.sun.management.HotSpotDiagnosticMXBean.class);
            return bean.getVMOption("ShenandoahGCMode").getValue();
        } catch (RuntimeException | LinkageError noSuchOption) {
            return "";
        }
    }
}
