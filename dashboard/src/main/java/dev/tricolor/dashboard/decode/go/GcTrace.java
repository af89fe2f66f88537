package dev.tricolor.dashboard.decode.go;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One line of {@code GODEBUG=gctrace=1}, as the runtime prints it at the end of each cycle, from Go 1.8 to 1.27:
 *
 * <pre>gc 4 @0.005s 18%: 0.10+1.2+0.002 ms clock, 0.20+0.26/0.86/0.43+0.004 ms cpu, 34->39->39 MB, 40 MB goal, 0 MB stacks,
 * 0 MB globals, 2 P</pre>
 *
 * <p>Clock is stopped + concurrent + stopped; cpu is stopped + assist/background/idle + stopped. "MB" are MiB, cut off.
 *
 * @param number of the cycle, from 1
 * @param sinceStart from the start of the process to the start of the cycle
 * @param leakCheck whether the cycle also looked for leaked goroutines (1.26, experimental)
 * @param stacksMib empty before Go 1.19
 * @param globalsMib empty before Go 1.19
 * @param forced whether the program asked for it
 */
public record GcTrace(
        int number,
        Duration sinceStart,
        boolean leakCheck,
        Duration sweepTermination,
        Duration mark,
        Duration markTermination,
        Duration sweepTerminationCpu,
        Duration assistCpu,
        Duration backgroundCpu,
        Duration idleCpu,
        Duration markTerminationCpu,
        long startMib,
        long endMib,
        long markedMib,
        long goalMib,
        OptionalLong stacksMib,
        OptionalLong globalsMib,
        int processors,
        boolean forced) {

    private static final String TIME = "(\\d{1,9}(?:\\.\\d{1,9})?)";
    private static final String WHOLE = "(\\d{1,9})";

    /** The form of a line, without its newline, as a regular expression. */
    public static final String FORM = "gc " + WHOLE + " @" + TIME + "s \\d+%"
            + "( \\(checking for goroutine leaks\\))?: "
            + TIME + "\\+" + TIME + "\\+" + TIME + " ms clock, "
            + TIME + "\\+" + TIME + "/" + TIME + "/" + TIME + "\\+" + TIME + " ms cpu, "
            + WHOLE + "->" + WHOLE + "->" + WHOLE + " MB, " + WHOLE + " MB goal, "
            + "(?:" + WHOLE + " MB stacks, " + WHOLE + " MB globals, )?"
            + WHOLE + " P( \\(forced\\))?";

    private static final Pattern LINE = Pattern.compile(FORM);

    /** Other things that the runtime prints among its trace lines: details of gctrace=2, and what other settings trace. */
    private static final Pattern OTHER = Pattern.compile("(?:scan: |scvg|pacer: |checkfinalizers: ).*");

    private static final String PERIODIC = "GC forced";

    /** Empty where the line is none of a cycle, or cut off. */
    public static Optional<GcTrace> parse(String line) {
        Matcher m = LINE.matcher(line);
        if (!m.matches()) {
            return Optional.empty();
        }
        return Optional.of(new GcTrace(
                Integer.parseInt(m.group(1)),
                time(m.group(2), 9),
                m.group(3) != null,
                time(m.group(4), 6),
                time(m.group(5), 6),
                time(m.group(6), 6),
                time(m.group(7), 6),
                time(m.group(8), 6),
                time(m.group(9), 6),
                time(m.group(10), 6),
                time(m.group(11), 6),
                Long.parseLong(m.group(12)),
                Long.parseLong(m.group(13)),
                Long.parseLong(m.group(14)),
                Long.parseLong(m.group(15)),
                whole(m.group(16)),
                whole(m.group(17)),
                Integer.parseInt(m.group(18)),
                m.group(19) != null));
    }

    /** Whether the next cycle begins because two minutes have passed; such a cycle's own line does not say so. */
    public static boolean announcesPeriodic(String line) {
        return line.equals(PERIODIC);
    }

    /** Whether the line is one that the runtime prints beside those of cycles. */
    static boolean knownOther(String line) {
        return OTHER.matcher(line).matches();
    }

    private static Duration time(String number, int places) {
        return Duration.ofNanos(new BigDecimal(number).movePointRight(places).longValue());
    }

    private static OptionalLong whole(@org.jspecify.annotations.Nullable String number) {
        return number == null ? OptionalLong.empty() : OptionalLong.of(Long.parseLong(number));
    }
}
