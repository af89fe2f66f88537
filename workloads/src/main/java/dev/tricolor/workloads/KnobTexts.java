package dev.tricolor.workloads;

import dev.tricolor.workloads.spec.Knob;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How a knob is described, to people and to programs. */
final class KnobTexts {
    private KnobTexts() {}

    static String boundsAndDefault(Knob knob) {
        String bounds =
                switch (knob.kind()) {
                    case TEXT -> "";
                    case CHOICE -> String.join(", ", knob.choices());
                    default -> knob.show(knob.min()) + " to " + knob.show(knob.max());
                };
        String preset = knob.defaultText() == null ? "off unless given" : "default " + knob.defaultText();
        return " (" + bounds + (bounds.isEmpty() ? "" : "; ") + preset + ")";
    }

    static Map<String, @Nullable Object> asMap(Knob knob) {
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        map.put("name", knob.name());
        map.put("kind", knob.kind().name().toLowerCase(java.util.Locale.ROOT));
        map.put("unit", knob.kind().unit);
        map.put("default", knob.defaultText());
        map.put("min", knob.isNumber() ? knob.min() : null);
        map.put("max", knob.isNumber() ? knob.max() : null);
        map.put("choices", knob.choices());
        map.put("meaning", knob.meaning());
        return map;
    }
}
