package dev.tricolor.dashboard.decode.event;

import java.util.Set;
import jdk.jfr.consumer.RecordedEvent;

/** JFR itself lost data: a buffer could not be written in time. */
final class DataLoss implements EventDecoder {

    @Override
    public Set<String> types() {
        return Set.of("jdk.DataLoss");
    }

    @Override
    public void decode(RecordedEvent event, TimelineBuilder out) {
        out.lost(event.getLong("amount"));
    }
}
