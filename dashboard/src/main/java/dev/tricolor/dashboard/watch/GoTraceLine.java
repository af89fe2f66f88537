package dev.tricolor.dashboard.watch;

import dev.tricolor.dashboard.decode.go.GcTrace;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the Go runtime prints under {@code GODEBUG=gctrace}, Go 1.19 to 1.27: a line for each collection, {@code GC forced}
 * before a periodic one, and with {@code gctrace=2} lines that begin with {@code scan:}.
 *
 * <pre>
 * gc 3 @0.021s 4%: 0.031+1.2+0.004 ms clock, 0.062+0.10/0.95/0.002+0.008 ms cpu, 7->8->4 MB, 8 MB goal, 0 MB stacks, 0 MB globals, 2 P (forced)
 * </pre>
 *
 * <p>Recognises them, also while they are still being written; {@link GcTrace} reads their numbers.
 */
public final class GoTraceLine {

    private static final String SCAN = "scan: (?:total|class (?:L|\\d+B)) [\\d+=]+ objs(?:, [\\d+=]+ spans)?";
    private static final Pattern WHOLE = Pattern.compile("(?:" + GcTrace.FORM + "|" + SCAN + "|GC forced)\n");

    /** So much of a collection's line that nothing but the runtime begins so. */
    private static final Pattern BEGUN = Pattern.compile("gc \\d+ @\\d");

    private GoTraceLine() {}

    /** Whether this is one, with its newline. */
    public static boolean is(String text) {
        return WHOLE.matcher(text).matches();
    }

    /** Whether this is one, or, where it has no newline yet, the start of what may become one. */
    static boolean couldBecome(String text) {
        Matcher matcher = WHOLE.matcher(text);
        return matcher.matches() || matcher.hitEnd();
    }

    /** Whether this begins as only a collection's line does. */
    static boolean begun(String text) {
        return BEGUN.matcher(text).lookingAt();
    }

    /** The longest start of {@code text} that could become one. */
    static String longestStart(String text) {
        int end = 0;
        while (end < text.length() && couldBecome(text.substring(0, end + 1))) {
            end++;
        }
        return text.substring(0, end);
    }
}
