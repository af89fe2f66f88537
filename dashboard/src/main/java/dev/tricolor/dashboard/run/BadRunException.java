package dev.tricolor.dashboard.run;

/** A run that was asked for and cannot be: what is wrong, and what to do instead. */
public final class BadRunException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String hint;

    public BadRunException(String message, String hint) {
        super(message);
        this.hint = hint;
    }

    public String hint() {
        return hint;
    }
}
