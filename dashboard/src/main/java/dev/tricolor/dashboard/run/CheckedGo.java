package dev.tricolor.dashboard.run;

import dev.tricolor.dashboard.results.GoTuning;
import dev.tricolor.dashboard.results.RunHeader.Baseline;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The Go part of a request whose every word was found to mean something on this machine. */
final class CheckedGo {
    private static final int LARGEST_GOGC = 100_000;
    private static final String OFF = "off";

    /** The word for "each heap of the JVMs". */
    private static final String HEAP = "heap";

    /** One setting of the collector, of one toolchain. */
    record Setting(GoToolchain toolchain, String gogc, Optional<HeapSize> limit, boolean limitIsHeap, String greenTea) {

        /** At the memory that it is compared at; 0 for none. */
        GoTarget at(long heapBytes, GoPrograms programs) {
            long bound = limitIsHeap ? heapBytes : limit.map(HeapSize::bytes).orElse(0L);
            return new GoTarget(
                    toolchain,
                    new GoTuning(gogc, bound, greenTea),
                    programs.program(toolchain, greenTea),
                    bound > 0 ? bound : heapBytes);
        }

        /** As the one that others are compared with. */
        Baseline baseline() {
            GoTuning tuning = new GoTuning(gogc, limit.map(HeapSize::bytes).orElse(0L), greenTea);
            return new Baseline("go", toolchain.release(), tuning.text());
        }

        /** In progress and errors. */
        String label() {
            return "go " + toolchain.release() + " GOGC " + gogc;
        }
    }

    private final List<Setting> settings = new ArrayList<>();
    private final boolean equalMemory;

    private CheckedGo(GoRequest request, MachineFacts machine) {
        equalMemory = request.equalMemory();
        List<GoToolchain> toolchains = toolchains(request, machine);
        List<String> limits = request.limits().isEmpty() ? List.of("") : request.limits();
        List<String> percentages = request.gogc().isEmpty() ? List.of("100") : request.gogc();
        List<String> greenTeas = request.greenTea().isEmpty() ? List.of("") : request.greenTea();
        for (GoToolchain toolchain : toolchains) {
            for (String greenTea : greenTeas) {
                for (String gogc : percentages) {
                    for (String limit : limits) {
                        Setting setting = new Setting(
                                toolchain,
                                gogc(gogc),
                                limit.isEmpty() || limit.equals(HEAP) ? Optional.empty() : Optional.of(limit(limit)),
                                limit.equals(HEAP),
                                greenTea(greenTea, toolchain));
                        if (!settings.contains(setting)) {
                            settings.add(setting);
                        }
                    }
                }
            }
        }
        if (equalMemory
                && settings.stream().anyMatch(s -> s.limitIsHeap() || s.gogc().equals(OFF))) {
            throw new BadRunException(
                    "--equal-memory takes the JVMs' heap from Go's, which needs a GOGC and no --memlimit heap",
                    "leave one of them out",
                    "equalMemory");
        }
    }

    /**
     * Checks.
     *
     * @throws BadRunException naming the first word that means nothing
     */
    static CheckedGo of(GoRequest request, MachineFacts machine) {
        return new CheckedGo(request, machine);
    }

    List<Setting> settings() {
        return List.copyOf(settings);
    }

    /** Whether each setting has a memory limit. */
    boolean limited() {
        return settings.stream().allMatch(s -> s.limitIsHeap() || s.limit().isPresent());
    }

    boolean equalMemory() {
        return equalMemory;
    }

    private static List<GoToolchain> toolchains(GoRequest request, MachineFacts machine) {
        if (!request.toolchains().isEmpty()) {
            return request.toolchains().stream()
                    .map(machine.go()::select)
                    .distinct()
                    .toList();
        }
        return List.of(machine.go()
                .newest()
                .orElseThrow(() -> new BadRunException(
                        "no Go toolchain found",
                        "install Go 1." + GoToolchain.OLDEST_MINOR + " or newer, or give its folder with --go PATH",
                        "collectors")));
    }

    private static HeapSize limit(String text) {
        try {
            return HeapSize.parse(text);
        } catch (BadRunException e) {
            throw new BadRunException(
                    "memory limit \"" + text + "\" is no size from 8m to 1024g",
                    "write it like 512m, or heap for the JVMs'",
                    "memlimits");
        }
    }

    private static String gogc(String text) {
        String word = text.strip().toLowerCase(Locale.ROOT);
        if (word.equals(OFF)) {
            return OFF;
        }
        try {
            int percent = Integer.parseInt(word);
            if (percent >= 1 && percent <= LARGEST_GOGC) {
                return String.valueOf(percent);
            }
        } catch (NumberFormatException e) {
            // said below
        }
        throw new BadRunException(
                "GOGC \"" + text + "\" is no percentage",
                "from 1 to " + LARGEST_GOGC + ", or off, such as 50,100,200",
                "gogc");
    }

    private static String greenTea(String text, GoToolchain toolchain) {
        String word = text.strip().toLowerCase(Locale.ROOT);
        if (!List.of("", "on", OFF).contains(word)) {
            throw new BadRunException(
                    "--greentea " + text + " is neither on nor off", "give on, off or on,off", "greentea");
        }
        if (!word.isEmpty() && !toolchain.offersGreenTea()) {
            throw new BadRunException(
                    "Go " + toolchain.version() + " cannot choose Green Tea", "it needs Go 1.25 or newer", "greentea");
        }
        return word;
    }
}
