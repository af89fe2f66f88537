package dev.tricolor.dashboard.decode.event;

import java.util.Set;
import jdk.jfr.consumer.RecordedEvent;

/** Turns JFR events of certain types into what the domain knows. Stateless. */
public interface EventDecoder {

    /** The event types it takes, such as {@code jdk.GCPhasePause}. */
    Set<String> types();

    /** Adds what the event says to {@code out}. */
    void decode(RecordedEvent event, TimelineBuilder out);
}
