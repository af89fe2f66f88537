package dev.tricolor.dashboard.decode.event;

import java.util.Set;
import jdk.jfr.consumer.RecordedEvent;

/** The two ends of a halt of the whole JVM, joined by their id. */
final class SafepointEvents implements EventDecoder {

    @Override
    public Set<String> types() {
        return Set.of("jdk.SafepointBegin", "jdk.SafepointEnd");
    }

    @Override
    public void decode(RecordedEvent event, TimelineBuilder out) {
        long id = event.getLong("safepointId");
        if (event.getEventType().getName().endsWith("Begin")) {
            int threads = event.getInt("totalThreadCount");
            out.safepointBegan(id, event.getStartTime(), event.getDuration(), threads);
        } else {
            out.safepointEnded(id, event.getEndTime());
        }
    }
}
