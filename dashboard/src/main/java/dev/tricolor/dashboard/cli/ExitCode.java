package dev.tricolor.dashboard.cli;

/** What the process's exit code means. */
final class ExitCode {
    static final int FINE = 0;
    /** A budget or an invariant is broken. */
    static final int BROKEN = 1;

    static final int USAGE = 2;
    static final int COULD_NOT_RUN = 3;

    private ExitCode() {}
}
