package dev.tricolor.agent.ingest;

/** The dashboard's answer to one request. */
final class Reply {

    /** Of HTTP. */
    final int status;

    /** The session's held offset, or -1 where the answer names none. */
    final long offset;

    /** What the dashboard asks for, {@code ID NAME[ VALUE]}; empty where nothing. */
    final String command;

    Reply(int status, long offset, String command) {
        this.status = status;
        this.offset = offset;
        this.command = command;
    }

    boolean ok() {
        return status >= 200 && status < 300;
    }
}
