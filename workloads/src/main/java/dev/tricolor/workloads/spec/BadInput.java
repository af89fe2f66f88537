package dev.tricolor.workloads.spec;

/** A mistake of the user's: one line that says what is wrong and what to do. */
public final class BadInput extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public BadInput(String problem, String hint) {
        super(problem + "; " + hint);
    }
}
