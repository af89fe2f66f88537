package dev.tricolor.agent;

/**
 * The door through which the JVM loads the agent: {@code premain} for {@code -javaagent:}, {@code agentmain} for attach.
 *
 * <p>Touches no {@code jdk.jfr} type, so that a JVM without that module gets a line on stderr instead of an error that
 * would end it: what {@code premain} throws aborts the JVM. On the caller's thread it reads its arguments and starts
 * one daemon thread, nothing else: starting JFR there would hold up {@code main} by some 300 ms.
 */
public final class Agent {

    /** Guarded by this class. One agent a JVM: a second load finds the same class in the system class loader. */
    private static boolean attached;

    /** What runs now. Its class must not be touched before it is known that there is JFR. */
    private static volatile @Nullable Observer observer;

    private Agent() {}

    /**
     * Takes a reading of CPU time, memory and allocation now, beside those of about once a second: for an application
     * that wants figures between two moments of its own, a benchmark for one. Returns when the events are written, after
     * under 1 ms (tens of them the first time); does nothing while the agent does not record; throws nothing. May be called by any thread.
     */
    public static void sample() {
        Observer o = observer;
        if (o != null) {
            o.sampleNow();
        }
    }

    /** Called by the JVM before the application's {@code main}. */
    public static void premain(@Nullable String arguments) {
        attach(arguments, "premain");
    }

    /** Called by the JVM on its attach thread while the application runs. */
    public static void agentmain(@Nullable String arguments) {
        attach(arguments, "agentmain");
    }

    private static void attach(@Nullable String arguments, String door) {
        try {
            if (ModuleLayer.boot().findModule("jdk.jfr").isEmpty()) {
                Notice.once("no-jfr", "this JVM has no jdk.jfr module; add --add-modules jdk.jfr. Not attached");
                return;
            }
            Arguments parsed = Arguments.parse(arguments);
            if (!claim()) {
                Notice.once("second", "already attached to this JVM; the second load is ignored");
                return;
            }
            Observer.begin(parsed, door);
        } catch (BadArgumentException e) {
            Notice.once("argument", e.getMessage() + ". Not attached");
        } catch (Throwable e) {
            Notice.once("attach", "could not attach: " + e);
        }
    }

    private static synchronized boolean claim() {
        boolean first = !attached;
        attached = true;
        return first;
    }

    static void observing(Observer running) {
        observer = running;
    }

    /** Lets the agent be loaded again, once the one that ran has ended. */
    static synchronized void release() {
        attached = false;
        observer = null;
    }
}
