package dev.tricolor.dashboard.run;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Keeps children on some of the processors, so that the dashboard and the runner work on the others. Linux only. */
final class Pinning {
    private static final Pinning NONE = new Pinning("");

    private final String processors;

    private Pinning(String processors) {
        this.processors = processors;
    }

    /**
     * To these processors.
     *
     * @param list as {@code taskset -c} takes it, such as {@code 0} or {@code 2-5,7}; empty for no pinning
     * @throws BadRunException where this machine can't
     */
    static Pinning of(String list) {
        if (list.isBlank()) {
            return NONE;
        }
        if (!list.matches("[0-9]+(-[0-9]+)?(,[0-9]+(-[0-9]+)?)*")) {
            throw new BadRunException("--pin " + list + " is no list of processors", "write it like 0 or 2-5,7", "pin");
        }
        if (!works(list)) {
            throw new BadRunException(
                    "cannot pin to processors " + list,
                    "it needs Linux's taskset (package util-linux) and processors that exist: this machine has 0-"
                            + (Runtime.getRuntime().availableProcessors() - 1),
                    "pin");
        }
        return new Pinning(list);
    }

    /** What to put before the command. */
    List<String> prefix() {
        return processors.isEmpty() ? List.of() : List.of("taskset", "-c", processors);
    }

    private static boolean works(String list) {
        try {
            Process p = new ProcessBuilder("taskset", "-c", list, "true")
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return p.waitFor(10, TimeUnit.SECONDS) && p.exitValue() == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
