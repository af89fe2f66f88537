package dev.tricolor.dashboard.watch;

import java.util.Arrays;

/** The variable {@code GODEBUG}: settings of the Go runtime, of which a later one wins. */
final class GoDebug {
    private GoDebug() {}

    /** Whether it asks for trace lines by itself. */
    static boolean traces(String value) {
        return Arrays.stream(value.split(",", -1))
                .filter(setting -> setting.startsWith("gctrace="))
                .reduce((former, latter) -> latter)
                .map(setting -> !setting.equals("gctrace=0"))
                .orElse(false);
    }

    /** With trace lines, and all else as it was. */
    static String withTrace(String value) {
        if (traces(value)) {
            return value;
        }
        return value.isEmpty() ? "gctrace=1" : value + ",gctrace=1";
    }
}
