package dev.tricolor.dashboard.decode.event;

import dev.tricolor.dashboard.gc.ConcurrentPhase;
import dev.tricolor.dashboard.gc.Cycle;
import dev.tricolor.dashboard.gc.Cycle.Kind;
import dev.tricolor.dashboard.gc.Pause;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Tells which part of the heap a collection collected.
 *
 * <p>The JVM's names tell it for every collector but Shenandoah, whose collections all have the same name: there the
 * phases and pauses of the same collection do ({@code Pause Full}, {@code … (Young)}, {@code … (Old)}).
 */
final class CycleKinds {

    private static final String SHENANDOAH = "Shenandoah";

    private CycleKinds() {}

    static Kind ofName(String name) {
        return switch (name) {
            case "DefNew", "ParNew", "ParallelScavenge", "G1New", "ZGC Minor" -> Kind.YOUNG;
            case "SerialOld", "PSMarkSweep", "ParallelOld", "G1Full" -> Kind.FULL;
            case "G1Old" -> Kind.OLD;
            default -> Kind.GLOBAL;
        };
    }

    /** The same cycles with Shenandoah's kinds set from the phases and pauses that lie in them. */
    static List<Cycle> settle(List<Cycle> cycles, List<Pause> pauses, List<ConcurrentPhase> phases) {
        if (cycles.stream().noneMatch(c -> c.name().equals(SHENANDOAH))) {
            return cycles;
        }
        Map<Integer, List<Step>> steps = new HashMap<>();
        phases.forEach(p -> note(steps, p.gcId(), new Step(p.at(), p.name())));
        pauses.forEach(p -> note(steps, p.gcId(), new Step(p.at(), p.name())));
        return cycles.stream()
                .map(c -> c.name().equals(SHENANDOAH) ? c.ofKind(kind(c, steps.getOrDefault(c.gcId(), List.of()))) : c)
                .toList();
    }

    /** A young collection and the old one that it bootstraps share an id, so that the time decides as well. */
    private static Kind kind(Cycle cycle, List<Step> steps) {
        Kind kind = Kind.GLOBAL;
        for (Step s : steps) {
            if (s.at().isBefore(cycle.at()) || s.at().isAfter(cycle.end())) {
                continue;
            }
            if (s.name().startsWith("Pause Full")) {
                return Kind.FULL;
            } else if (s.name().contains("(Young)")) {
                kind = Kind.YOUNG;
            } else if (s.name().contains("(Old)") && kind != Kind.YOUNG) {
                kind = Kind.OLD;
            }
        }
        return kind;
    }

    private record Step(Instant at, String name) {}

    private static void note(Map<Integer, List<Step>> steps, int gcId, Step step) {
        steps.computeIfAbsent(gcId, id -> new ArrayList<>()).add(step);
    }
}
