package dev.tricolor.dashboard.decode.event;

import dev.tricolor.dashboard.gc.Collector;
import java.util.Set;
import jdk.jfr.consumer.RecordedEvent;

/** Which collector runs: told by the names of its young and old parts. */
final class GcConfiguration implements EventDecoder {

    @Override
    public Set<String> types() {
        return Set.of("jdk.GCConfiguration");
    }

    @Override
    public void decode(RecordedEvent event, TimelineBuilder out) {
        String young = String.valueOf(event.getString("youngCollector"));
        String old = String.valueOf(event.getString("oldCollector"));
        out.collector(collector(young, old), !young.equals("N/A") && !young.equals("null"));
        out.facts(event, "GC");
    }

    static Collector collector(String young, String old) {
        if (old.startsWith("Shenandoah")) {
            return young.startsWith("Shenandoah") ? Collector.SHENANDOAH_GENERATIONAL : Collector.SHENANDOAH;
        }
        return switch (old) {
            case "SerialOld" -> Collector.SERIAL;
            case "ParallelOld", "PSMarkSweep" -> Collector.PARALLEL;
            case "G1Old" -> Collector.G1;
            case "Z", "ZGC Major" -> Collector.ZGC;
            default -> old.startsWith("Z") ? Collector.ZGC : Collector.UNKNOWN;
        };
    }
}
