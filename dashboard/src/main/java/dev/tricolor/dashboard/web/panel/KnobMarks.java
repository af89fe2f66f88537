package dev.tricolor.dashboard.web.panel;

import dev.tricolor.dashboard.analysis.KnobCost;
import dev.tricolor.dashboard.gc.KnobChange;
import dev.tricolor.dashboard.gc.KnobState;
import dev.tricolor.dashboard.gc.Timeline;
import dev.tricolor.dashboard.web.panel.PanelSpec.Role;
import dev.tricolor.dashboard.web.panel.PanelSpec.Series;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Map;

/** What was turned while the application ran, as marks over time; what the loop does about it is a line, not a mark. */
final class KnobMarks {

    static final Series SERIES = new Series("knob", "knob turned", Role.MARK_KNOB);

    private static final BigDecimal MIB = BigDecimal.valueOf(1 << 20);
    private static final String SOFT_MAX = "SoftMaxHeapSize";
    /** A step has two ends, which a line needs at different moments. */
    private static final double STEP = 1e-6;

    private KnobMarks() {}

    static void add(Timeline timeline, PointsBuilder rows) {
        for (KnobChange c : KnobCost.turns(timeline)) {
            String who = c.who().isEmpty() ? "" : ", by " + c.who();
            rows.add(c.at(), SERIES.id(), 0, c.name() + " " + fromTo(c) + who);
        }
    }

    /** Both values; a limit in MiB. */
    static String fromTo(KnobChange c) {
        return inWords(c.name(), c.oldValue()) + " → " + inWords(c.name(), c.newValue());
    }

    private static String inWords(String name, String value) {
        return name.equals("GOMEMLIMIT") && value.matches("\\d{1,18}")
                ? BigDecimal.valueOf(Long.parseLong(value))
                                .divide(MIB, 1, RoundingMode.HALF_EVEN)
                                .stripTrailingZeros()
                                .toPlainString()
                        + " MiB"
                : value;
    }

    private static void softMax(PointsBuilder rows, double at, String bytes) {
        rows.add(at, Map.of("softmax", Double.parseDouble(bytes)), null);
    }

    /** SoftMaxHeapSize in steps from its first change on, and the goal from second to second, where the heap can grow so far. */
    static void softMax(View view, PointsBuilder rows) {
        double from = PointsBuilder.seconds(view.window().from());
        double to = PointsBuilder.seconds(view.window().to());
        String last = "";
        for (KnobChange c : view.all().knobChanges()) {
            double at = PointsBuilder.seconds(c.at());
            if (c.name().equals(SOFT_MAX) && at < to) {
                softMax(rows, Math.max(from, at - STEP), c.oldValue());
                softMax(rows, Math.max(from, at), c.newValue());
                last = c.newValue();
            }
        }
        if (!last.isEmpty()) {
            softMax(rows, to, last);
        }
        long max = view.all().runtime().maxHeap().orElse(Long.MAX_VALUE);
        for (KnobState s : view.shown().knobStates()) {
            s.goal().ifPresent(goal -> rows.add(s.at(), "goal", (double) Math.min(goal, max)));
        }
    }
}
