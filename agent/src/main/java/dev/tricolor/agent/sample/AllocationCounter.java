package dev.tricolor.agent.sample;

import com.sun.management.ThreadMXBean;
import dev.tricolor.agent.Nullable;
import java.lang.management.ManagementFactory;
import java.lang.reflect.Method;

/**
 * Bytes allocated by all Java threads, and by the agent's own.
 *
 * <p>By reflection: {@code getTotalThreadAllocatedBytes} came with 21 and was carried back to later updates of 17.
 */
final class AllocationCounter {

    private final ThreadMXBean bean;
    private final @Nullable Method total;

    private AllocationCounter(ThreadMXBean bean, @Nullable Method total) {
        this.bean = bean;
        this.total = total;
    }

    /** Null where the module jdk.management or the counter is missing. */
    static @Nullable AllocationCounter open() {
        try {
            if (ManagementFactory.getThreadMXBean() instanceof ThreadMXBean bean
                    && bean.isThreadAllocatedMemorySupported()
                    && bean.isThreadAllocatedMemoryEnabled()) {
                return new AllocationCounter(bean, totalMethod());
            }
        } catch (LinkageError | RuntimeException e) {
            // not there: said in AgentInfo
        }
        return null;
    }

    private static @Nullable Method totalMethod() {
        try {
            return ThreadMXBean.class.getMethod("getTotalThreadAllocatedBytes");
        } catch (NoSuchMethodException e) {
            return null;
        }
    }

    boolean hasTotal() {
        return total != null;
    }

    /** By all threads since the process began, dead ones included; -1 where not told. */
    long total() {
        try {
            return total != null && total.invoke(bean) instanceof Long bytes ? bytes : -1;
        } catch (ReflectiveOperationException e) {
            return -1;
        }
    }

    /** By the calling thread; -1 where not told. */
    long own() {
        return bean.getThreadAllocatedBytes(Thread.currentThread().getId());
    }
}
