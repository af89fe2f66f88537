package dev.tricolor.dashboard.web.matrix;

import dev.tricolor.dashboard.evidence.Metric.Better;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Which of several is the best and which the worst: the one whose interval lies wholly on that side of every other's. Where
 * intervals overlap there is none.
 */
final class Marks {
    static final String BEST = "best";
    static final String WORST = "worst";

    private Marks() {}

    /** {@code best}, {@code worst} or empty for each; what has no interval is neither, and is not compared. */
    static List<String> of(List<Optional<Bounds>> each, Better better) {
        List<String> marks = new ArrayList<>();
        for (int i = 0; i < each.size(); i++) {
            boolean low = better != Better.NEITHER && apart(each, i, true);
            boolean high = better != Better.NEITHER && apart(each, i, false);
            boolean lowIsBest = better == Better.LOW;
            marks.add(low ? (lowIsBest ? BEST : WORST) : high ? (lowIsBest ? WORST : BEST) : "");
        }
        return marks;
    }

    private static boolean apart(List<Optional<Bounds>> each, int i, boolean below) {
        if (each.get(i).isEmpty()) {
            return false;
        }
        Bounds mine = each.get(i).get();
        int others = 0;
        for (int k = 0; k < each.size(); k++) {
            if (k != i && each.get(k).isPresent()) {
                Bounds theirs = each.get(k).get();
                if (below ? !mine.below(theirs) : !theirs.below(mine)) {
                    return false;
                }
                others++;
            }
        }
        return others > 0;
    }
}
