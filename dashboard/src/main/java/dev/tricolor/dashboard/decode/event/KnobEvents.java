package dev.tricolor.dashboard.decode.event;

import dev.tricolor.dashboard.gc.KnobChange;
import dev.tricolor.dashboard.gc.KnobRefusal;
import dev.tricolor.dashboard.gc.KnobState;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.Set;
import jdk.jfr.consumer.RecordedEvent;

/** What was turned or refused, and how the agent's loop stands; -1 stands for what is not known. */
final class KnobEvents implements EventDecoder {

    private static final String CHANGE = "tricolor.KnobChange";

    @Override
    public Set<String> types() {
        return Set.of(CHANGE, "tricolor.KnobState");
    }

    @Override
    public void decode(RecordedEvent event, TimelineBuilder out) {
        if (!event.getEventType().getName().equals(CHANGE)) {
            state(event, out);
        } else if (event.getString("refused").isEmpty()) {
            out.add(new KnobChange(
                    event.getStartTime(),
                    event.getString("name"),
                    event.getString("oldValue"),
                    event.getString("newValue"),
                    event.getString("who")));
        } else {
            out.add(new KnobRefusal(
                    event.getStartTime(),
                    event.getString("name"),
                    event.getString("newValue"),
                    event.getString("who"),
                    event.getString("refused")));
        }
    }

    private static void state(RecordedEvent event, TimelineBuilder out) {
        float gcCpu = event.getFloat("gcCpu");
        out.add(new KnobState(
                event.getStartTime(),
                event.getInt("gogc"),
                told(event.getLong("live")),
                told(event.getLong("goal")),
                told(event.getLong("peak")),
                gcCpu < 0 ? OptionalDouble.empty() : OptionalDouble.of(gcCpu),
                event.getString("state")));
    }

    private static OptionalLong told(long value) {
        return value < 0 ? OptionalLong.empty() : OptionalLong.of(value);
    }
}
