package dev.tricolor.dashboard.web;

import dev.tricolor.dashboard.command.Command;
import dev.tricolor.dashboard.decode.Timelines;
import dev.tricolor.dashboard.gc.GoSettings;
import dev.tricolor.dashboard.gc.KnobChange;
import dev.tricolor.dashboard.gc.Timeline;
import dev.tricolor.dashboard.log.SessionLog;
import dev.tricolor.dashboard.web.panel.KnobEffect;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A session's knob as JSON: what the log says of it, and what waits for the agent.
 *
 * @param may whether it can be turned
 * @param why why it can't; empty where it can
 * @param go whether there is a memory limit too
 * @param values what is set now, by name: {@code GOGC}, {@code GOMEMLIMIT}, {@code SoftMaxHeapSize}…; without what was never
 *     turned, but for Go, which tells both of its knobs
 * @param before what there was before the first change, by name; in Go without what stands where it stood
 * @param waiting commands that the agent has not taken yet
 * @param does by what the knob acts on this collector
 * @param measured what was measured to come of it
 */
record KnobView(
        boolean may,
        String why,
        boolean go,
        Map<String, String> values,
        Map<String, String> before,
        List<String> waiting,
        String does,
        String measured) {

    static KnobView of(SessionLog log, Timelines.Snapshot s, List<Command> waiting, Instant now) {
        Timeline t = s.timeline();
        Map<String, String> values = new TreeMap<>();
        Map<String, String> before = new TreeMap<>();
        if (go(log)) {
            set(t.go().settings(), values);
            turnedByUs(t, before);
        } else {
            t.knobChanges().forEach(c -> {
                values.put(c.name(), c.newValue());
                before.putIfAbsent(c.name(), c.oldValue());
            });
        }
        String why = why(log, t, now);
        KnobEffect effect = KnobEffect.of(t.runtime());
        return new KnobView(
                why.isEmpty(),
                why,
                go(log),
                values,
                before,
                waiting.stream().map(Command::text).toList(),
                effect.does(),
                effect.measured());
    }

    private static void set(GoSettings settings, Map<String, String> values) {
        settings.gogcInWords().ifPresent(gogc -> {
            values.put("GOGC", gogc);
            values.put(
                    "GOMEMLIMIT",
                    settings.memoryLimit().isPresent()
                            ? Long.toString(settings.memoryLimit().getAsLong())
                            : "off");
        });
    }

    /** As the Go agent keeps it: what there was before its own first change, until that is back. */
    private static void turnedByUs(Timeline t, Map<String, String> before) {
        for (KnobChange c : t.knobChanges()) {
            if (!c.who().equals(KnobChange.PROGRAM)) {
                before.putIfAbsent(c.name(), c.oldValue());
                before.remove(c.name(), c.newValue());
            }
        }
    }

    static boolean go(SessionLog log) {
        return log.meta().runtime().equals("go");
    }

    private static String why(SessionLog log, Timeline t, Instant now) {
        if (SessionState.of(log, now) != SessionState.LIVE) {
            return "the session has ended";
        }
        String control = t.runtime().facts().get("agent: Control");
        String observer = t.runtime().facts().get("observer: written by");
        if (control == null && observer != null) {
            return observer
                    + " takes no commands; build the Go agent into the program and start it with TRICOLOR_CONTROL=on";
        }
        if (control == null) {
            return "the agent has not said yet whether it may be turned";
        }
        if (control.equals("true")) {
            return "";
        }
        return go(log)
                ? "the agent was started without TRICOLOR_CONTROL=on; start the program with it to turn it from here"
                : "the agent was started without control=on; start the application with …,control=on to turn it from here";
    }
}
