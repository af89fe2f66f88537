package dev.tricolor.agent;

/** An agent argument that can't be used; the message says what and what to do, in one line. */
final class BadArgumentException extends Exception {

    private static final long serialVersionUID = 1;

    BadArgumentException(String message) {
        super(message);
    }

    @Override
    public String getMessage() {
        return String.valueOf(super.getMessage());
    }
}
