package dev.tricolor.agent.ingest;

/**
 * The dashboard's answer to one request.
 *
 * @param status of HTTP
 * @param offset the session's held offset, or -1 where the answer names none
 */
record Reply(int status, long offset) {

    boolean ok() {
        return status >= 200 && status < 300;
    }
}
