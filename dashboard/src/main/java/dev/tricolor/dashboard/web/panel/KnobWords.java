package dev.tricolor.dashboard.web.panel;

import java.util.Map;

/** What the agent's loop says of itself in {@code tricolor.KnobState.state}, in words for people. */
final class KnobWords {

    private static final Map<String, String> WORDS = Map.of(
            "no marking", "waiting for a full marking, to know what is live",
            "set", "set; the collector does the rest",
            "waiting", "waiting for a collection",
            "no collection", "no collection yet",
            "one window off", "off the goal for one window",
            "lowering", "lowering SoftMaxHeapSize",
            "raising", "raising SoftMaxHeapSize",
            "at the most", "at the largest heap");

    private static final Map<String, String> REASONS = Map.of(
            "cpu", "the collector has reached its bound of CPU (gccpu=)",
            "no gain",
                    "a lower SoftMaxHeapSize no longer lowers the peak: the application allocates while a collection runs",
            "no cpu", "below the goal the collector's CPU must be watched, and this platform does not tell it");

    private KnobWords() {}

    static String of(String state) {
        int colon = state.indexOf(": ");
        return colon < 0
                ? WORDS.getOrDefault(state, state)
                : state.substring(0, colon + 2)
                        + REASONS.getOrDefault(state.substring(colon + 2), state.substring(colon + 2));
    }
}
