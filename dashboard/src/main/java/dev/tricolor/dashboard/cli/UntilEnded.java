package dev.tricolor.dashboard.cli;

import dev.tricolor.dashboard.run.Children;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Keeps a command going until Ctrl-C or a signal ends the process, and takes things apart in order then. */
final class UntilEnded {
    private static final long PRINTED_WITHIN_SECONDS = 10;

    private UntilEnded() {}

    /** Closes this when the process ends, however it does. */
    static void closing(AutoCloseable last) {
        atEnd(() -> close(last));
    }

    /** Ends the children first, then waits until what is finished has been printed, then closes the dashboard. */
    static void closing(Children children, CountDownLatch printed, AutoCloseable last) {
        atEnd(() -> {
            children.close();
            try {
                if (!printed.await(PRINTED_WITHIN_SECONDS, TimeUnit.SECONDS)) {
                    System.err.println("tricolor: ended before the results were printed");
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            close(last);
        });
    }

    private static void atEnd(Runnable end) {
        Runtime.getRuntime().addShutdownHook(new Thread(end, "tricolor-end"));
    }

    private static void close(AutoCloseable each) {
        try {
            each.close();
        } catch (Exception e) {
            System.err.println("tricolor: while ending: " + e);
        }
    }

    static void forever() throws InterruptedException {
        new CountDownLatch(1).await();
    }
}
