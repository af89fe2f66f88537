package dev.tricolor.dashboard.decode.event;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Keeps secrets in command lines off the pages. */
public final class Secrets {

    private static final Pattern SECRET = Pattern.compile(
            "(?i)([\\w.\\-]*(?:pass|pwd|secret|token|credential|apikey|api-key|api_key|private|auth)[\\w.\\-]*[=:])([^,\\s]+)");
    private static final Pattern IN_URL = Pattern.compile("(://[^/:@\\s]+:)[^@/\\s]+(@)");

    private Secrets() {}

    /** The arguments one by one, the values of those that look like secrets replaced by {@code ***}. */
    static List<String> mask(String arguments) {
        List<String> masked = new ArrayList<>();
        for (String a : arguments.strip().split("\\s+", -1)) {
            if (!a.isEmpty()) {
                masked.add(IN_URL.matcher(SECRET.matcher(a).replaceAll("$1***")).replaceAll("$1***$2"));
            }
        }
        return List.copyOf(masked);
    }

    /** The main class or jar alone: an application's own arguments are nobody's business. */
    public static String mainOnly(String javaArguments) {
        String[] words = javaArguments.strip().split("\\s+", -1);
        return words.length <= 1 ? words[0] : words[0] + " (" + (words.length - 1) + " arguments not shown)";
    }
}
