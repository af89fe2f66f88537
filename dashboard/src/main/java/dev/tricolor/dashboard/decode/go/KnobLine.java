package dev.tricolor.dashboard.decode.go;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tricolor.dashboard.gc.KnobChange;
import java.time.Instant;

/** A knob that was turned while the program ran. */
final class KnobLine implements GoLine {

    @Override
    public String type() {
        return "knob";
    }

    @Override
    public void decode(JsonNode line, Instant at, GoTimelineBuilder out) {
        String name = Fields.text(line, "name");
        if (name.isEmpty()) {
            throw new IllegalArgumentException("no name");
        }
        out.add(new KnobChange(at, name, Fields.text(line, "old"), Fields.text(line, "new"), Fields.text(line, "who")));
        out.facts().knob(name, Fields.text(line, "new"));
    }
}
