package dev.tricolor.agent.app;

import com.sun.management.HotSpotDiagnosticMXBean;
import com.sun.management.VMOption;
import java.lang.management.ManagementFactory;
import java.util.stream.Collectors;

/**
 * Prints the JVM's manageable flags as its main begins, allocates a little until a line comes on standard input, and prints
 * them again.
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
        System.out.println("AFTER=" + flags());
    }

    private static String flags() {
        return ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class).getDiagnosticOptions().stream()
                .filter(VMOption::isWriteable)
                .map(o -> o.getName() + ":" + o.getValue())
                .sorted()
                .collect(Collectors.joining(" "));
    }
}
