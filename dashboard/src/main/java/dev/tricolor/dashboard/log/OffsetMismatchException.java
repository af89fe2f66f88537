package dev.tricolor.dashboard.log;

import java.io.IOException;

/** An append that does not begin where the log ends; nothing of it was kept. */
public final class OffsetMismatchException extends IOException {
    private static final long serialVersionUID = 1L;

    private final long held;

    public OffsetMismatchException(long offset, long held) {
        super("the log holds " + held + " bytes, the append begins at " + offset);
        this.held = held;
    }

    /** The offset at which the next bytes go. */
    public long held() {
        return held;
    }
}
