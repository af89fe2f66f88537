package dev.tricolor.workloads;

/** The exit codes, and the one line that goes with a bad one. */
final class Exit {
    static final int FINE = 0;
    static final int INVARIANT_BROKEN = 1;
    static final int USAGE = 2;
    static final int COULD_NOT_RUN = 3;

    private Exit() {}

    static int usage(String problem) {
        say(problem);
        return USAGE;
    }

    static void say(String line) {
        System.err.println("tricolor-workloads: " + line.replaceAll("\\s*\\R\\s*", " "));
    }
}
