package dev.tricolor.dashboard.decode.event;

import java.util.Set;
import jdk.jfr.consumer.RecordedEvent;

/** Facts about the machine and the settings, shown as they are. */
final class MachineFacts implements EventDecoder {

    @Override
    public Set<String> types() {
        return Set.of(
                "jdk.OSInformation",
                "jdk.CPUInformation",
                "jdk.ContainerConfiguration",
                "jdk.PhysicalMemory",
                "jdk.YoungGenerationConfiguration",
                "jdk.GCSurvivorConfiguration",
                "jdk.GCTLABConfiguration");
    }

    @Override
    public void decode(RecordedEvent event, TimelineBuilder out) {
        out.facts(event, event.getEventType().getLabel());
    }
}
