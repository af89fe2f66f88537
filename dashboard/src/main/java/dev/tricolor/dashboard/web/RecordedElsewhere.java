package dev.tricolor.dashboard.web;

import dev.tricolor.dashboard.log.SessionMeta;
import java.util.Map;

/** The labels of a session that another machine recorded: it is shown, but never compared with those of this one. */
public final class RecordedElsewhere {
    private static final String RECORDED = "recorded";
    private static final String ELSEWHERE = "elsewhere";
    private static final String MACHINE = "recordedMachine";
    private static final String DATE = "recordedDate";
    private static final String LOAD = "recordedLoad";

    private RecordedElsewhere() {}

    /**
     * For a session that was recorded on that machine, on that day.
     *
     * @param load how busy the machine was with it and with other things, such as {@code load average 1.0 to 2.1}
     */
    public static Map<String, String> labels(String machine, String date, String load) {
        return Map.of(RECORDED, ELSEWHERE, MACHINE, machine, DATE, date, LOAD, load);
    }

    /** Where and when it was recorded, in words; empty for a session of this machine. */
    static String words(SessionMeta meta) {
        Map<String, String> labels = meta.labels();
        return ELSEWHERE.equals(labels.get(RECORDED))
                ? "recorded elsewhere: " + labels.getOrDefault(MACHINE, "machine unknown") + ", "
                        + labels.getOrDefault(DATE, "date unknown") + ", "
                        + labels.getOrDefault(LOAD, "load unknown")
                : "";
    }
}
