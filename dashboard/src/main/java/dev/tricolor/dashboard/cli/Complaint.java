package dev.tricolor.dashboard.cli;

/** What a command says instead of doing its work: one line for people, an exit code for programs. */
final class Complaint extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int exitCode;

    private Complaint(int exitCode, String message) {
        super(message);
        this.exitCode = exitCode;
    }

    /** The command line asks for something that cannot be. */
    static Complaint usage(String what, String hint) {
        return new Complaint(ExitCode.USAGE, line(what, hint));
    }

    /** It could not be done here and now. */
    static Complaint couldNotRun(String what, String hint) {
        return new Complaint(ExitCode.COULD_NOT_RUN, line(what, hint));
    }

    int exitCode() {
        return exitCode;
    }

    /** What is wrong and, where there is something, what to do about it. */
    static String line(String what, String hint) {
        return hint.isEmpty() ? what : what + ": " + hint;
    }
}
