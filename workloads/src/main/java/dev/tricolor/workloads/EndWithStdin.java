package dev.tricolor.workloads;

import java.io.IOException;
import java.io.OutputStream;

/**
 * Ends this JVM when standard input does, if {@code tricolor.end-with-stdin} is true: whoever started it holds the other
 * end, so that a runner that is killed leaves no workload behind, to disturb the next run.
 */
final class EndWithStdin {
    private static final int ENDED_FROM_OUTSIDE = 128 + 15;

    private EndWithStdin() {}

    static void ifAsked() {
        if (Boolean.getBoolean("tricolor.end-with-stdin")) {
            Thread watch = new Thread(EndWithStdin::watch, "end-with-stdin");
            watch.setDaemon(true);
            watch.start();
        }
    }

    private static void watch() {
        try {
            System.in.transferTo(OutputStream.nullOutputStream()); // nothing is meant to come
        } catch (IOException e) {
            Exit.say("standard input broke: " + e.getMessage());
        }
        Runtime.getRuntime().halt(ENDED_FROM_OUTSIDE);
    }
}
