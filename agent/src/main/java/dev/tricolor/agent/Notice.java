package dev.tricolor.agent;

import java.util.HashSet;
import java.util.Set;

/**
 * The agent's only voice in the application: one line on stderr for each kind of trouble, once.
 *
 * <p>System.err and not a logger: the application's logging is the application's.
 */
public final class Notice {

    private static final Notice VOICE = new Notice();

    /** Guarded by this, like {@code over}. */
    private final Set<String> said = new HashSet<>();

    private boolean over;

    Notice() {}

    /** Prints {@code text} unless something of the same {@code kind} was printed before, or the exit has had its say. */
    public static void once(String kind, String text) {
        if (VOICE.claim(kind)) {
            print(text);
        }
    }

    /**
     * Prints {@code text} unless anything was printed before: what the exit says is news only to who knows of no trouble.
     * Nothing is printed after it.
     */
    static void last(String text) {
        if (VOICE.claimLast()) {
            print(text);
        }
    }

    synchronized boolean claim(String kind) {
        return !over && said.add(kind);
    }

    synchronized boolean claimLast() {
        boolean silent = !over && said.isEmpty();
        over = true;
        return silent;
    }

    private static void print(String text) {
        System.err.println("tricolor: " + text);
    }
}
