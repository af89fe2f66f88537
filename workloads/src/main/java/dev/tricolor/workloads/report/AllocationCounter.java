package dev.tricolor.workloads.report;

import java.lang.management.ManagementFactory;
import org.jspecify.annotations.Nullable;

/**
 * The JVM's own count of allocated heap bytes, headers and padding included: {@code com.sun.management.ThreadMXBean}.
 * Of a thread it is exact to the byte at the time of the call, also within a thread-local buffer.
 */
public final class AllocationCounter {
    /** Stands for "this JVM doesn't count". */
    public static final long UNAVAILABLE = -1;

    private static final @Nullable Object BEAN = bean();

    private AllocationCounter() {}

    /** Bytes that the current platform thread has allocated so far, or {@link #UNAVAILABLE}. */
    public static long ofCurrentThread() {
        return BEAN instanceof com.sun.management.ThreadMXBean bean
                ? bean.getThreadAllocatedBytes(Thread.currentThread().getId())
                : UNAVAILABLE;
    }

    /**
     * Bytes that all threads, dead ones too, have allocated so far, or {@link #UNAVAILABLE}. By reflection: the method is
     * part of JDK 21, and of some updates of 17.
     */
    public static long ofProcess() {
        if (BEAN == null) {
            return UNAVAILABLE;
        }
        try {
            Object bytes = com.sun.management.ThreadMXBean.class
                    .getMethod("getTotalThreadAllocatedBytes")
                    .invoke(BEAN);
            return bytes instanceof Long number ? number : UNAVAILABLE;
        } catch (ReflectiveOperationException olderJdk) {
            return UNAVAILABLE;
        }
    }

    public static long difference(long before, long after) {
        return before == UNAVAILABLE || after == UNAVAILABLE ? UNAVAILABLE : after - before;
    }

    private static @Nullable Object bean() {
        try {
            return ManagementFactory.getThreadMXBean() instanceof com.sun.management.ThreadMXBean bean
                            && bean.isThreadAllocatedMemorySupported()
                            && bean.isThreadAllocatedMemoryEnabled()
                    ? bean
                    : null;
        } catch (LinkageError noSuchModule) {
            return null;
        }
    }
}
