package dev.tricolor.dashboard.export;

import dev.tricolor.dashboard.decode.Timelines;
import dev.tricolor.dashboard.gc.Timeline;
import dev.tricolor.dashboard.log.SessionMeta;
import java.util.LinkedHashMap;
import java.util.Map;

/** A session at one moment, as it is exported. */
record Exported(SessionMeta meta, Timelines.Snapshot snapshot) {
    private static final int LONGEST_LABEL = 100;

    Timeline timeline() {
        return snapshot.timeline();
    }

    /** What all of the session's series carry. */
    Map<String, String> labels() {
        Map<String, String> labels = new LinkedHashMap<>();
        labels.put("session", cut(meta.name()));
        labels.put("id", meta.id().toString());
        labels.put("collector", timeline().runtime().collector().id());
        labels.put(
                "jdk",
                timeline().runtime().jdk().isPresent()
                        ? Long.toString(timeline().runtime().jdk().getAsLong())
                        : "");
        return labels;
    }

    static String cut(String text) {
        return text.length() <= LONGEST_LABEL ? text : text.substring(0, LONGEST_LABEL);
    }
}
