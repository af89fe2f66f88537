package dev.tricolor.agent.app;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.concurrent.Semaphore;
import jdk.jfr.FlightRecorder;
import jdk.jfr.Recording;

/**
 * Allocates from when the agent records until told, then returns from main.
 *
 * <p>Arguments: for how many milliseconds, or {@code told}: until a line comes on standard input, and after the counters
 * are printed idle until another; a file into which the agent's own recording is dumped by JFR at exit, or {@code -}.
 */
public final class Churn {

    static final Object[] LIVE = new Object[500];
    private static final Semaphore TOLD = new Semaphore(0);

    public static void main(String[] arguments) throws Exception {
        Recording agents = awaitRecording();
        if (!arguments[1].equals("-")) {
            agents.setDestination(Path.of(arguments[1]));
            agents.setDumpOnExit(true);
        }
        System.out.println("RECORDING");
        System.out.flush();
        boolean told = arguments[0].equals("told");
        if (told) {
            Thread listener = new Thread(Churn::listen, "listener");
            listener.setDaemon(true);
            listener.start();
        }
        long end = told ? Long.MAX_VALUE : System.currentTimeMillis() + Long.parseLong(arguments[0]);
        for (int i = 0; System.currentTimeMillis() < end && (!told || TOLD.availablePermits() == 0); i++) {
            for (int k = 0; k < 100; k++) {
                LIVE[(i + k) % LIVE.length] = new byte[10_000 + i % 1000];
            }
        }
        if (told) {
            TOLD.acquire();
            printCpu();
            TOLD.acquire();
        }
        System.out.println("MAIN_ENDED=" + System.currentTimeMillis());
    }

    /** A line is a word to go on; the end of the input means that the test has died, and so must this. */
    private static void listen() {
        try {
            while (System.in.read() >= 0) {
                TOLD.release();
            }
        } catch (IOException e) {
            // as good as the end
        }
        Runtime.getRuntime().halt(3);
    }

    private static Recording awaitRecording() {
        while (true) {
            if (System.getProperty("jdk.jfr.repository") != null) {
                for (Recording r : FlightRecorder.getFlightRecorder().getRecordings()) {
                    if (r.getName().equals("tricolor")) {
                        return r;
                    }
                }
            }
            Thread.onSpinWait();
        }
    }

    /** CPU time by instruments that the agent does not use: the JVM's own. */
    private static void printCpu() {
        var threads = ManagementFactory.getThreadMXBean();
        long java = 0;
        for (long id : threads.getAllThreadIds()) {
            var info = threads.getThreadInfo(id);
            boolean observer = info == null
                    || info.getThreadName().startsWith("JFR ")
                    || info.getThreadName().equals("tricolor");
            java += observer ? 0 : Math.max(0, threads.getThreadCpuTime(id));
        }
        var system = (com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        System.out.println("JAVA_THREADS_CPU=" + java);
        System.out.println("PROCESS_CPU=" + system.getProcessCpuTime());
        System.out.println("COUNTED=" + System.currentTimeMillis());
        System.out.flush();
    }
}
