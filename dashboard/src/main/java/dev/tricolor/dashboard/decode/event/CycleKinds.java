package dev.tricolor.dashboard.decode.event;

import dev.tricolor.dashboard.gc.ConcurrentPhase;
import dev.tricolor.dashboard.gc.Cycle;
import dev.tricolor.dashboard.gc.Cycle.Kind;
import dev.tricolor.dashboard.gc.Pause;
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

    /** The same cycles with Shenandoah's kinds set from the phases and pauses. */
    static List<Cycle> settle(List<Cycle> cycles, List<Pause> pauses, List<ConcurrentPhase> phases) {
        if (cycles.stream().noneMatch(c -> c.name().equals(SHENANDOAH))) {
            return cycles;
        }
        Map<Integer, Kind> kinds = new HashMap<>();
        for (ConcurrentPhase p : phases) {
            note(kinds, p.gcId(), p.name());
        }
        for (Pause p : pauses) {
            note(kinds, p.gcId(), p.name());
        }
        List<Cycle> settled = new ArrayList<>(cycles.size());
        for (Cycle c : cycles) {
            settled.add(c.name().equals(SHENANDOAH) ? c.ofKind(kinds.getOrDefault(c.gcId(), Kind.GLOBAL)) : c);
        }
        return settled;
    }

    private static void note(Map<Integer, Kind> kinds, int gcId, String name) {
        if (name.startsWith("Pause Full")) {
            kinds.put(gcId, Kind.FULL);
        } else if (name.contains("(Young)")) {
            kinds.putIfAbsent(gcId, Kind.YOUNG);
        } else if (name.contains("(Old)")) {
            kinds.putIfAbsent(gcId, Kind.OLD);
        }
    }
}
