package dev.tricolor.agent;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the agent was told: {@code [URL][,key=value…]}; for each key also the system property {@code tricolor.key} and
 * the environment variable {@code TRICOLOR_KEY}. The agent's own argument wins over the property, the property over the
 * environment. A comma inside a value is written {@code \,}.
 *
 * <p>Parsed by hand and without lambdas: this runs before {@code main}.
 *
 * @param url of the dashboard
 * @param name of the session
 * @param token bearer token, or null
 * @param settings {@code tricolor}, a JDK preset's name, or a path of a .jfc file
 * @param control whether the dashboard may turn knobs
 * @param sync whether JFR starts on the caller's thread
 * @param maxSize bytes of recording kept on disk while they can't be sent
 * @param minFree bytes that must be free in the temp folder
 * @param exitMillis how long the JVM's exit may be held up for sending what is left
 * @param labels what else the session should carry
 */
public record Arguments(
        URI url,
        String name,
        @Nullable String token,
        String settings,
        boolean control,
        boolean sync,
        long maxSize,
        long minFree,
        long exitMillis,
        Map<String, String> labels) {

    /** Where {@code tricolor serve} listens unless told otherwise. */
    static final String DEFAULT_URL = "http://127.0.0.1:7979";

    private static final String[] KEYS = {
        "url", "name", "token", "settings", "control", "start", "maxsize", "minfree", "exitwait"
    };

    private static final String LABEL = "label.";

    static Arguments parse(@Nullable String text) throws BadArgumentException {
        Map<String, String> values = new LinkedHashMap<>();
        fromEnvironment(values);
        fromProperties(values);
        fromText(text == null ? "" : text, values);
        return of(values);
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

    private static Arguments of(Map<String, String> values) throws BadArgumentException {
        Map<String, String> labels = new LinkedHashMap<>();
        for (Map.Entry<String, String> e : values.entrySet()) {
            if (e.getKey().startsWith(LABEL)) {
                labels.put(e.getKey().substring(LABEL.length()), e.getValue());
            }
        }
        String name = values.getOrDefault("name", "").strip();
        String settings = values.getOrDefault("settings", "").strip();
        return new Arguments(
                ArgumentValues.url(values.getOrDefault("url", DEFAULT_URL)),
                name.isEmpty() ? ArgumentValues.defaultName() : name,
                ArgumentValues.token(values.get("token")),
                settings.isEmpty() ? "tricolor" : settings,
                ArgumentValues.choice("control", values.getOrDefault("control", "off"), "on", "off"),
                ArgumentValues.choice("start", values.getOrDefault("start", "async"), "sync", "async"),
                ArgumentValues.size("maxsize", values.getOrDefault("maxsize", "64m"), 1 << 20),
                ArgumentValues.size("minfree", values.getOrDefault("minfree", "64m"), 0),
                ArgumentValues.millis("exitwait", values.getOrDefault("exitwait", "1500")),
                labels);
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
