package dev.tricolor.workloads.spec;

import java.lang.management.ManagementFactory;
import org.jspecify.annotations.Nullable;

/** The maximum heap, to which some live sets are relative. */
public final class Heap {
    private Heap() {}

    /**
     * The flag MaxHeapSize, which is what -Xmx says under every collector. {@code Runtime.maxMemory()} is not: Serial and
     * Parallel leave a survivor space out of it, so that the same share would be different work for them.
     */
    public static long maxBytes() {
        try {
            var bean = ManagementFactory.getPlatformMXBean(com.sun.management.HotSpotDiagnosticMXBean.class);
            return Long.parseLong(bean.getVMOption("MaxHeapSize").getValue());
        } catch (RuntimeException | LinkageError notHotSpot) {
            return Runtime.getRuntime().maxMemory();
        }
    }

    static @Nullable Long bytesOrShare(String text) {
        if (!text.endsWith("%")) {
            return Units.bytes(text);
        }
        Long ppm = Units.share(text);
        return ppm == null || ppm > Units.PPM ? null : maxBytes() / Units.PPM * ppm;
    }
}
