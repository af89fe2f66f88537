package dev.tricolor.dashboard.web;

import dev.tricolor.dashboard.decode.Timelines;
import dev.tricolor.dashboard.gc.GcEvent;
import dev.tricolor.dashboard.gc.Interval;
import dev.tricolor.dashboard.gc.Spanning;
import dev.tricolor.dashboard.gc.Timeline;
import dev.tricolor.dashboard.log.SessionLog;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * {@code /api/sessions/{id}/events/{type}}: what was decoded, event by event.
 *
 * <p>Each event has {@code start} (epoch seconds, nine decimals) and {@code iso}; durations are whole nanoseconds, in fields
 * that end in {@code Ns}.
 */
final class EventsApi {

    private static final Map<String, Function<Timeline, List<? extends GcEvent>>> TYPES = new TreeMap<>(Map.ofEntries(
            Map.entry("pauses", Timeline::pauses),
            Map.entry("cycles", Timeline::cycles),
            Map.entry("phases", Timeline::phases),
            Map.entry("stalls", Timeline::stalls),
            Map.entry("safepoints", Timeline::safepoints),
            Map.entry("heap", Timeline::heap),
            Map.entry("cpu", Timeline::cpu),
            Map.entry("allocation", Timeline::allocation),
            Map.entry("memory", Timeline::memory),
            Map.entry("mutators", Timeline::mutators),
            Map.entry("agent", Timeline::agent),
            Map.entry("workload", Timeline::workload),
            Map.entry("knob-changes", Timeline::knobChanges),
            Map.entry("knob-refusals", Timeline::knobRefusals),
            Map.entry("knob-states", Timeline::knobStates)));

    private final Sessions sessions;

    EventsApi(Sessions sessions) {
        this.sessions = sessions;
    }

    void register(JavalinConfig config) {
        config.routes.get("/api/sessions/{id}/events/{type}", this::events);
    }

    private void events(Context ctx) {
        SessionLog log = sessions.of(ctx);
        String type = ctx.pathParam("type");
        Function<Timeline, List<? extends GcEvent>> select = TYPES.get(type);
        if (select == null) {
            throw Problem.notFound(
                    "There are no events \"" + type + "\"; there are " + String.join(", ", TYPES.keySet()) + ".");
        }
        Window window = Window.of(ctx);
        Timelines.Snapshot s = sessions.snapshot(log);
        List<? extends GcEvent> all = select.apply(s.timeline());
        if (!window.equals(Window.ALL)) {
            Interval interval = window.over(s);
            all = all.stream().filter(e -> touches(e, interval)).toList();
        }
        Json.answer(
                ctx,
                Map.of(
                        "type", type,
                        "count", all.size(),
                        "covered", s.timeline().covered(),
                        "events", all.stream().map(EventsApi::event).toList()));
    }

    private static boolean touches(GcEvent e, Interval i) {
        return e instanceof Spanning span ? i.overlaps(span) : i.contains(e.at());
    }

    /** The record's components by name. */
    private static Map<String, @Nullable Object> event(GcEvent e) {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        for (RecordComponent c : e.getClass().getRecordComponents()) {
            put(fields, c.getName(), value(c, e));
        }
        return fields;
    }

    private static void put(Map<String, @Nullable Object> fields, String name, @Nullable Object value) {
        if (value instanceof Instant t) {
            fields.put(name.equals("at") ? "start" : name, Json.seconds(t));
            fields.put(name.equals("at") ? "iso" : name + "Iso", t.toString());
        } else if (value instanceof Duration d) {
            fields.put(name + "Ns", d.toNanos());
        } else if (value instanceof Optional<?> o) {
            put(fields, name, o.orElse(null));
        } else if (value instanceof OptionalLong n) {
            fields.put(name, n.isPresent() ? n.getAsLong() : null);
        } else if (value instanceof OptionalDouble n) {
            fields.put(name, n.isPresent() ? n.getAsDouble() : null);
        } else if (value instanceof Enum<?> word) {
            fields.put(name, word.name().toLowerCase(Locale.ROOT).replace('_', '-'));
        } else {
            fields.put(name, value);
        }
    }

    private static Object value(RecordComponent c, GcEvent e) {
        try {
            return c.getAccessor().invoke(e);
        } catch (IllegalAccessException | InvocationTargetException impossible) {
            throw new IllegalStateException(c.toString(), impossible);
        }
    }
}
