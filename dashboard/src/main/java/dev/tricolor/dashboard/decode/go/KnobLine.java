package dev.tricolor.dashboard.decode.go;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tricolor.dashboard.gc.KnobChange;
import dev.tricolor.dashboard.gc.KnobRefusal;
import java.time.Instant;

/** A knob that was turned while the program ran, or why it was not. */
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
        String value = Fields.text(line, "new");
        String who = Fields.text(line, "who");
        String refused = Fields.text(line, "refused");
        if (!refused.isEmpty()) {
            out.add(new KnobRefusal(at, name, value, who, refused));
            return;
        }
        out.add(new KnobChange(at, name, Fields.text(line, "old"), value, who));
        out.facts().knob(name, value);
    }
}
