package dev.tricolor.dashboard.watch;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads a process's memory and CPU time from Linux's procfs. */
final class ChildProcess {

    private static final long TICK_NANOS = 10_000_000; // USER_HZ is 100 on every Linux
    private static final Pattern MEMORY = Pattern.compile("^(VmRSS|VmHWM|VmSwap):\\s+(\\d+) kB$", Pattern.MULTILINE);

    private final Path status;
    private final Path stat;

    ChildProcess(long pid) {
        Path folder = Path.of("/proc", Long.toString(pid));
        status = folder.resolve("status");
        stat = folder.resolve("stat");
    }

    /** A {@code process} line; empty where there is no procfs or the process has ended. */
    Optional<ObjectNode> read(long at) {
        try {
            String memory = Files.readString(status, ISO_8859_1);
            String times = Files.readString(stat, ISO_8859_1);
            return parse(at, memory, times);
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    static Optional<ObjectNode> parse(long at, String status, String stat) {
        ObjectNode line = LogLine.of("process", at);
        String[] fields = stat.substring(stat.lastIndexOf(')') + 1).strip().split(" ", -1); // from the third on
        if (fields.length < 13) {
            return Optional.empty();
        }
        line.put("userNs", Long.parseLong(fields[11]) * TICK_NANOS);
        line.put("systemNs", Long.parseLong(fields[12]) * TICK_NANOS);
        Matcher memory = MEMORY.matcher(status);
        while (memory.find()) {
            String name =
                    switch (memory.group(1)) {
                        case "VmRSS" -> "rss";
                        case "VmHWM" -> "peakRss";
                        default -> "swap";
                    };
            line.put(name, Long.parseLong(memory.group(2)) * 1024);
        }
        return line.has("rss") ? Optional.of(line) : Optional.empty(); // a process that has ended keeps its name only
    }
}
