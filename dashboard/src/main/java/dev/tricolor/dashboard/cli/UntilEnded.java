package dev.tricolor.dashboard.cli;

import java.util.concurrent.CountDownLatch;

/** Keeps a command going until Ctrl-C or a signal ends the process, and takes things apart in order then. */
final class UntilEnded {
    private UntilEnded() {}

    /** Closes these, in this order, when the process ends, however it does. */
    static void closing(AutoCloseable... inOrder) {
        Runtime.getRuntime().addShutdownHook(new Thread(() -> closeAll(inOrder), "tricolor-end"));
    }

    private static void closeAll(AutoCloseable... inOrder) {
        for (AutoCloseable each : inOrder) {
            try {
                each.close();
            } catch (Exception e) {
                System.err.println("tricolor: while ending: " + e);
            }
        }
    }

    static void forever() throws InterruptedException {
        new CountDownLatch(1).await();
    }
}
