package dev.tricolor.dashboard.log;

import java.io.IOException;

/** Bytes that are not what their session's format promises; nothing of them was kept. */
public final class MalformedLogException extends IOException {
    private static final long serialVersionUID = 1L;

    public MalformedLogException(String message) {
        super(message);
    }
}
