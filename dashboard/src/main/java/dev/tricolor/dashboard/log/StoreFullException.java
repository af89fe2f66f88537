package dev.tricolor.dashboard.log;

import java.io.IOException;

/** The store holds as much as {@link Retention} allows and nothing in it may be removed. */
public final class StoreFullException extends IOException {
    private static final long serialVersionUID = 1L;

    public StoreFullException(String message) {
        super(message);
    }
}
