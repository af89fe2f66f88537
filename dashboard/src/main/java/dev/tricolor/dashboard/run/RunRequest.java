package dev.tricolor.dashboard.run;

import java.util.List;

/**
 * A run as it is asked for, by the command line or the page, in words that nobody has checked yet.
 *
 * @param workloads names
 * @param arguments for each of them, such as {@code --ops=20m}
 * @param collectors names, {@code go} among them, with {@code -17} behind one for that JDK alone; empty for all that the
 *     JDKs have, but for Epsilon
 * @param jdks releases such as {@code 25}, or folders; empty for one of each release found
 * @param heaps sizes such as {@code 512m}; not used where {@code headrooms} are given
 * @param headrooms heaps as multiples of the smallest in which G1 completes the work
 * @param repeat invocations
 * @param control whether the baseline runs twice in each round, A/A
 * @param baseline such as {@code g1-17}; empty for G1 on the oldest JDK
 * @param pin processors that children may use, as {@code taskset -c} takes them; empty for all
 * @param go how Go runs, where it does
 * @param limitMinutes after which a child is ended
 */
public record RunRequest(
        List<String> workloads,
        List<String> arguments,
        List<String> collectors,
        List<String> jdks,
        List<String> heaps,
        List<String> headrooms,
        int repeat,
        boolean control,
        String baseline,
        String pin,
        GoRequest go,
        int limitMinutes) {

    public static final String DEFAULT_HEAP = "512m";
    public static final int DEFAULT_LIMIT_MINUTES = 15;

    public RunRequest {
        workloads = List.copyOf(workloads);
        arguments = List.copyOf(arguments);
        collectors = List.copyOf(collectors);
        jdks = List.copyOf(jdks);
        heaps = heaps.isEmpty() ? List.of(DEFAULT_HEAP) : List.copyOf(heaps);
        headrooms = List.copyOf(headrooms);
    }
}
