package dev.tricolor.agent;

import java.util.HashSet;
import java.util.Set;

/**
 * The agent's only voice in the application: one line on stderr for each kind of trouble, once.
 *
 * <p>System.err and not a logger: the application's logging is the application's.
 */
public final class Notice {

    private static final Set<String> said = new HashSet<>();

    private Notice() {}

    /** Prints {@code text} unless something of the same {@code kind} was printed before. */
    public static void once(String kind, String text) {
        boolean first;
        synchronized (said) {
            first = said.add(kind);
        }
        if (first) {
            System.err.println("tricolor: " + text);
        }
    }

    /** Prints {@code text} unless anything was printed before: what is said last is news only to who knows of no trouble. */
    public static void ifSilent(String kind, String text) {
        boolean silent;
        synchronized (said) {
            silent = said.isEmpty();
        }
        if (silent) {
            once(kind, text);
        }
    }
}
