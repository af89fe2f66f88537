package dev.tricolor.dashboard.watch;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** A command's arguments with the values of those that look like secrets replaced by {@code ***}. */
final class MaskedArguments {

    private static final String WORD =
            "(?i)[\\w.\\-]*(?:pass|pwd|secret|token|credential|apikey|api-key|api_key|private|auth)[\\w.\\-]*";
    private static final Pattern VALUE = Pattern.compile("(" + WORD + "[=:]).+");
    private static final Pattern FLAG = Pattern.compile("--?" + WORD);
    private static final Pattern IN_URL = Pattern.compile("(://[^/:@\\s]*:)[^@/\\s]+(@)");

    private MaskedArguments() {}

    static List<String> of(List<String> arguments) {
        List<String> masked = new ArrayList<>();
        boolean hidden = false;
        for (String argument : arguments) {
            masked.add(
                    hidden && !argument.startsWith("-")
                            ? "***"
                            : IN_URL.matcher(VALUE.matcher(argument).replaceAll("$1***"))
                                    .replaceAll("$1***$2"));
            hidden = FLAG.matcher(argument).matches();
        }
        return List.copyOf(masked);
    }
}
