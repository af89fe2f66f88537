package dev.tricolor.agent;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What the agent was told: {@code [URL][,key=value…]}; for each key also the system property {@code tricolor.key} and
 * the environment variable {@code TRICOLOR_KEY}. The agent's own argument wins over the property, the property over the
 * environment. A comma inside a value is written {@code \,}.
 *
 * <p>Parsed by hand and without lambdas: this runs before {@code main}.
 */
public final class Arguments {

    /** Of the dashboard. */
    final URI url;

    /** Of the session. */
    final String name;

    /** Bearer token, or null. */
    final @Nullable String token;

    /** {@code tricolor}, a JDK preset's name, or a path of a .jfc file. */
    final String settings;

    /** Whether the dashboard may turn knobs. */
    final boolean control;

    /** The knob's value from the start, as the dashboard would ask for it; empty for none. */
    final String gogc;

    /** The collector's share of the machine, in per cent, beyond which the knob no longer lowers the heap. */
    final int gcCpu;

    /** Whether JFR starts on the caller's thread. */
    final boolean sync;

    /** Bytes of recording kept on disk while they can't be sent. */
    final long maxSize;

    /** Bytes that must be free in the temp folder. */
    final long minFree;

    /** How long the JVM's exit may be held up for sending what is left. */
    final long exitMillis;

    /** What else the session should carry. */
    final Map<String, String> labels = new LinkedHashMap<>();

    /** Where {@code tricolor serve} listens unless told otherwise. */
    static final String DEFAULT_URL = "http://127.0.0.1:7979";

    private static final String[] KEYS = {
        "url", "name", "token", "settings", "control", "gogc", "gccpu", "start", "maxsize", "minfree", "exitwait"
    };

    private static final String LABEL = "label.";

    static Arguments parse(@Nullable String text) throws BadArgumentException {
        Map<String, String> values = new LinkedHashMap<>();
        fromEnvironment(values);
        fromProperties(values);
        fromText(text == null ? "" : text, values);
        return new Arguments(values);
    }

    private static void fromEnvironment(Map<String, String> values) {
        for (Map.Entry<String, String> e : System.getenv().entrySet()) {
            String key = e.getKey();
            if (key.startsWith("TRICOLOR_LABEL_")) {
                values.put(LABEL + lower(key.substring("TRICOLOR_LABEL_".length())), e.getValue());
            }
        }
        for (String key : KEYS) {
            put(values, key, System.getenv("TRICOLOR_" + upper(key)));
        }
    }

    private static void fromProperties(Map<String, String> values) {
        for (Object property : System.getProperties().keySet()) {
            if (property instanceof String p && p.startsWith("tricolor.label.")) {
                put(values, p.substring("tricolor.".length()), System.getProperty(p));
            }
        }
        for (String key : KEYS) {
            put(values, key, System.getProperty("tricolor." + key));
        }
    }

    private static void put(Map<String, String> values, String key, @Nullable String value) {
        if (value != null) {
            values.put(key, value);
        }
    }

    private static void fromText(String text, Map<String, String> values) throws BadArgumentException {
        StringBuilder part = new StringBuilder();
        boolean first = true;
        for (int i = 0; i <= text.length(); i++) {
            char c = i < text.length() ? text.charAt(i) : ',';
            if (c == '\\' && i + 1 < text.length() && text.charAt(i + 1) == ',') {
                part.append(',');
                i++;
            } else if (c == ',') {
                onePart(part.toString(), first, values);
                part.setLength(0);
                first = false;
            } else {
                part.append(c);
            }
        }
    }

    private static void onePart(String part, boolean first, Map<String, String> values) throws BadArgumentException {
        int equals = part.indexOf('=');
        int scheme = part.indexOf("://");
        if (part.isEmpty()) {
            return;
        }
        if (first && scheme >= 0 && (equals < 0 || scheme < equals)) {
            values.put("url", part);
            return;
        }
        String key = equals < 0 ? part : part.substring(0, equals);
        if (equals < 0 || !known(key)) {
            throw new BadArgumentException("'" + key + "' is no argument; write [URL][,key=value...] with the keys "
                    + String.join(", ", KEYS) + ", label.*");
        }
        values.put(key, part.substring(equals + 1));
    }

    private static boolean known(String key) {
        for (String k : KEYS) {
            if (k.equals(key)) {
                return true;
            }
        }
        return key.startsWith(LABEL) && key.length() > LABEL.length();
    }

    private Arguments(Map<String, String> values) throws BadArgumentException {
        for (Map.Entry<String, String> e : values.entrySet()) {
            if (e.getKey().startsWith(LABEL)) {
                labels.put(e.getKey().substring(LABEL.length()), e.getValue());
            }
        }
        url = ArgumentValues.url(values.getOrDefault("url", DEFAULT_URL));
        String given = values.getOrDefault("name", "").strip();
        name = given.isEmpty() ? ArgumentValues.defaultName() : given;
        token = ArgumentValues.token(values.get("token"));
        String chosen = values.getOrDefault("settings", "").strip();
        settings = chosen.isEmpty() ? "tricolor" : chosen;
        control = ArgumentValues.choice("control", values.getOrDefault("control", "off"), "on", "off");
        gogc = values.getOrDefault("gogc", "").strip();
        if (!control && !gogc.isEmpty()) {
            throw new BadArgumentException("gogc=" + gogc + " turns a knob; add control=on, or leave gogc out");
        }
        gcCpu = (int)
                ArgumentValues.whole("gccpu", values.getOrDefault("gccpu", "25"), 1, 100, "per cent of the machine");
        sync = ArgumentValues.choice("start", values.getOrDefault("start", "async"), "sync", "async");
        maxSize = ArgumentValues.size("maxsize", values.getOrDefault("maxsize", "64m"), 1 << 20);
        minFree = ArgumentValues.size("minfree", values.getOrDefault("minfree", "64m"), 0);
        exitMillis =
                ArgumentValues.whole("exitwait", values.getOrDefault("exitwait", "1500"), 0, 60_000, "milliseconds");
    }

    private static String upper(String s) {
        return s.toUpperCase(java.util.Locale.ROOT);
    }

    private static String lower(String s) {
        return s.toLowerCase(java.util.Locale.ROOT);
    }

    /** Without the token: it must not reach a log. */
    @Override
    public String toString() {
        return "Arguments[url=" + url + ", name=" + name + ", settings=" + settings + "]";
    }
}
