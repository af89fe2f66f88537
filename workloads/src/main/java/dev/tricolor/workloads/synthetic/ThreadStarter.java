package dev.tricolor.workloads.synthetic;

import dev.tricolor.workloads.spec.BadInput;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;

/** Starts threads of one kind; virtual ones by reflection, since this code also runs on JDK 17. */
@FunctionalInterface
interface ThreadStarter {
    Thread start(Runnable work);

    /** Of the kind "virtual" or "platform". */
    static ThreadStarter of(String kind) {
        return kind.equals("virtual") ? virtual() : ThreadStarter::platform;
    }

    private static Thread platform(Runnable work) {
        Thread thread = new Thread(work, "stack");
        thread.setDaemon(true);
        thread.start();
        return thread;
    }

    private static ThreadStarter virtual() {
        if (Runtime.version().feature() < 21) {
            throw new BadInput(
                    "--kind virtual needs JDK 21 or later, and this is "
                            + Runtime.version().feature(),
                    "use such a JDK, or --kind platform");
        }
        try {
            Method start = Thread.class.getMethod("startVirtualThread", Runnable.class);
            return work -> {
                try {
                    return (Thread) start.invoke(null, work);
                } catch (IllegalAccessException | InvocationTargetException e) {
                    throw new IllegalStateException("can't start a virtual thread", e);
                }
            };
        } catch (NoSuchMethodException e) {
            throw new IllegalStateException("this JDK has no virtual threads", e);
        }
    }
}
