package dev.tricolor.agent.app;

import com.sun.management.HotSpotDiagnosticMXBean;
import com.sun.management.VMOption;
import java.lang.management.ManagementFactory;
import java.util.stream.Collectors;
import jdk.jfr.FlightRecorder;
import jdk.jfr.Recording;

/**
 * Prints the JVM's manageable flags as its main begins, allocates a little until a line comes on standard input, and prints
 * them again. With an argument it stops the agent's recording first, and waits until the agent has ended.
 */
public final class Flags {

    static final Object[] RECENT = new Object[100];

    public static void main(String[] arguments) throws Exception {
        System.out.println("BEFORE=" + flags());
        System.gc();
        for (int i = 0; System.in.available() == 0; i++) {
            RECENT[i % RECENT.length] = new byte[100_000];
            Thread.sleep(2);
        }
        if (arguments.length > 0) {
            stopObserving();
        }
        System.out.println("AFTER=" + flags());
    }

    private static void stopObserving() throws InterruptedException {
        for (Recording r : FlightRecorder.getFlightRecorder().getRecordings()) {
            if (r.getName().equals("tricolor")) {
                r.stop();
            }
        }
        for (Thread t : Thread.getAllStackTraces().keySet()) {
            if (t.getName().equals("tricolor")) {
                t.join();
            }
        }
    }

    private static String flags() {
        return ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class).getDiagnosticOptions().stream()
                .filter(VMOption::isWriteable)
                .map(o -> o.getName() + ":" + o.getValue())
                .sorted()
                .collect(Collectors.joining(" "));
    }
}
