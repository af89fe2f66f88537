package dev.tricolor.dashboard.model.pacer;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a real Go program told of its pacer: {@code runtime/metrics} after each cycle, and the runtime's own {@code
 * gctrace} and {@code gcpacertrace} lines.
 *
 * @param cycles by number, oldest first
 */
record GoRun(List<Cycle> cycles, Map<String, Long> end, List<Map<String, Long>> still) {

    private static final Pattern METRICS = Pattern.compile(
            "cycle (\\d+) live (\\d+) heapscan \\d+ stack (\\d+) globals (\\d+) goal (\\d+) allocs (\\d+)");
    private static final Pattern PACER = Pattern.compile(
            "pacer: (\\d+)% CPU \\(25 exp\\.\\) for (\\d+)\\+(\\d+)\\+(\\d+)"
                    + " B work \\(\\d+ B exp\\.\\) in (\\d+) B -> (\\d+) B \\(∆goal (-?\\d+), cons/mark ([-+.e\\d]+)\\)");
    private static final Pattern GCTRACE =
            Pattern.compile("gc (\\d+) @[\\d.]+s \\d+%: [\\d.]+\\+([\\d.]+)\\+[\\d.]+ ms clock,"
                    + " [\\d.]+\\+([\\d.]+)/([\\d.]+)/([\\d.]+)\\+[\\d.]+ ms cpu, .* (\\d+) P( \\(forced\\))?");
    private static final Pattern NUMBER = Pattern.compile(" (\\w+) (\\d+)(?![.\\d])");

    /**
     * One cycle.
     *
     * @param paced what it was, by {@code gcpacertrace}
     * @param found what {@code runtime/metrics} said after it, or null where the program did not look in time
     */
    record Cycle(
            int number,
            Paced paced,
            @org.jspecify.annotations.Nullable Metrics found) {}

    /** A line of {@code runtime/metrics}. */
    record Metrics(long live, long stack, long globals, long goal, long allocs) {}

    /**
     * A line of {@code gcpacertrace} and the parts of {@code gctrace} that belong to it.
     *
     * @param consMark what this cycle was paced by
     * @param gcCpuSeconds of assists, background workers and idle processors
     * @param assistShare of the processors while it marked, from times with two digits
     */
    record Paced(
            long heapScan,
            long stackScan,
            long globalsScan,
            long triggered,
            long end,
            long overGoal,
            double consMark,
            double assistShare,
            double idleShare,
            double gcCpuSeconds,
            boolean forced) {}

    static GoRun recorded(String name) {
        try (InputStream in = GoRun.class.getResourceAsStream(name)) {
            String all = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            int cut = all.indexOf("--- standard error\n");
            return parse(all.substring(0, cut), all.substring(cut));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    static GoRun parse(String output, String error) {
        Map<Integer, Metrics> metrics = new TreeMap<>();
        Map<String, Long> end = Map.of();
        List<Map<String, Long>> still = new ArrayList<>();
        for (String line : output.lines().toList()) {
            Matcher m = METRICS.matcher(line);
            if (m.matches()) {
                metrics.put(
                        Integer.parseInt(m.group(1)),
                        new Metrics(number(m, 2), number(m, 3), number(m, 4), number(m, 5), number(m, 6)));
            } else if (line.startsWith("end ")) {
                end = numbers(line);
            } else if (line.startsWith("still ")) {
                still.add(numbers(line));
            }
        }
        return new GoRun(cycles(error, metrics), end, still);
    }

    private static List<Cycle> cycles(String error, Map<Integer, Metrics> metrics) {
        List<Cycle> cycles = new ArrayList<>();
        Matcher pacer = null;
        for (String line : error.lines().toList()) {
            Matcher p = PACER.matcher(line);
            Matcher g = GCTRACE.matcher(line);
            if (p.matches()) {
                pacer = p;
            } else if (g.matches() && pacer != null) {
                int n = Integer.parseInt(g.group(1));
                cycles.add(new Cycle(n, paced(pacer, g), metrics.get(n)));
                pacer = null;
            }
        }
        return cycles;
    }

    private static Paced paced(Matcher p, Matcher g) {
        double capacity = Double.parseDouble(g.group(2)) * Double.parseDouble(g.group(6));
        return new Paced(
                number(p, 2),
                number(p, 3),
                number(p, 4),
                number(p, 5),
                number(p, 6),
                number(p, 7),
                Double.parseDouble(p.group(8)),
                Double.parseDouble(g.group(3)) / capacity,
                Double.parseDouble(g.group(5)) / capacity,
                (Double.parseDouble(g.group(3)) + Double.parseDouble(g.group(4)) + Double.parseDouble(g.group(5)))
                        / 1e3,
                g.group(7) != null);
    }

    private static long number(Matcher m, int group) {
        return Long.parseLong(m.group(group));
    }

    private static Map<String, Long> numbers(String line) {
        Map<String, Long> numbers = new TreeMap<>();
        Matcher m = NUMBER.matcher(line);
        while (m.find()) {
            numbers.put(m.group(1), Long.parseLong(m.group(2)));
        }
        return numbers;
    }
}
