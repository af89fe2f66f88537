package dev.tricolor.dashboard.run;

/** A run that was asked for and cannot be: what is wrong, and what to do instead. */
public final class BadRunException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String hint;
    private final String field;

    public BadRunException(String message, String hint) {
        this(message, hint, "");
    }

    /** With the name of what is wrong in {@link RunRequest}, such as {@code heaps}. */
    public BadRunException(String message, String hint, String field) {
        super(message);
        this.hint = hint;
        this.field = field;
    }

    public String hint() {
        return hint;
    }

    /** What is wrong, by its name in {@link RunRequest}; empty where it is no single one. */
    public String field() {
        return field;
    }
}
