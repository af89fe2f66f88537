package dev.tricolor.dashboard.decode.event;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import jdk.jfr.consumer.RecordedEvent;

/** All decoders, by event type. Event types without one are counted as not decoded, never dropped from the log. */
public final class EventDecoders {

    private static final List<EventDecoder> ALL = List.of(
            new GcPhasePause(),
            new GarbageCollection(),
            new GcPhaseConcurrent(),
            new ZAllocationStall(),
            new SafepointEvents(),
            new GcHeapSummary(),
            new ThreadGroupCpu(),
            new Allocation(),
            new ProcessMemory(),
            new ThreadCpuLoad(),
            new AgentStatusEvent(),
            new WorkloadEvents(),
            new KnobEvents(),
            new JvmInformation(),
            new GcConfiguration(),
            new GcHeapConfiguration(),
            new MachineFacts(),
            new AgentInfoEvent(),
            new DataLoss());

    private static final Map<String, EventDecoder> BY_TYPE = byType();

    private EventDecoders() {}

    /** The event types that are decoded. */
    public static Set<String> types() {
        return BY_TYPE.keySet();
    }

    /** Adds what the event says to {@code out}; false where no decoder takes its type. */
    public static boolean decode(RecordedEvent event, TimelineBuilder out) {
        EventDecoder decoder = BY_TYPE.get(event.getEventType().getName());
        if (decoder == null) {
            return false;
        }
        decoder.decode(event, out);
        return true;
    }

    private static Map<String, EventDecoder> byType() {
        Map<String, EventDecoder> map = new HashMap<>();
        for (EventDecoder d : ALL) {
            for (String type : d.types()) {
                if (map.put(type, d) != null) {
                    throw new IllegalStateException("two decoders for " + type);
                }
            }
        }
        return Map.copyOf(map);
    }
}
