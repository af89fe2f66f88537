package dev.tricolor.dashboard.web.panel;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What changed between two states of a panel, as it goes over the wire: the page drops rows from the front, keeps some, and
 * appends what comes.
 *
 * <p>Found by comparing, not by keeping cursors, so that it is right whatever arrives late or out of order.
 */
public sealed interface PanelDelta permits PanelDelta.Whole, PanelDelta.Rows {

    /** The whole content anew. */
    record Whole(PanelData data) implements PanelDelta {
        @Override
        public String type() {
            return "whole";
        }
    }

    /**
     * Some rows go, some come.
     *
     * @param drop rows to drop from the front of what the page has
     * @param keep rows to keep after those; what lies behind goes
     * @param rows to append
     */
    record Rows(int drop, int keep, Points rows) implements PanelDelta {
        @Override
        public String type() {
            return "rows";
        }
    }

    /** Which of the two, for the page. */
    @JsonProperty
    String type();

    /** Empty where the two are the same. */
    static Optional<PanelDelta> between(@Nullable PanelData before, PanelData now) {
        if (now instanceof Points points) {
            return points(before instanceof Points p ? p : null, points);
        }
        return now.equals(before) ? Optional.empty() : Optional.of(new Whole(now));
    }

    private static Optional<PanelDelta> points(@Nullable Points before, Points now) {
        int drop = 0;
        int keep = 0;
        if (before != null) {
            while (drop < before.rows() && now.rows() > 0 && !now.sameRow(0, before, drop)) {
                drop++;
            }
            while (drop + keep < before.rows() && keep < now.rows() && now.sameRow(keep, before, drop + keep)) {
                keep++;
            }
            if (drop == 0 && keep == now.rows() && keep == before.rows() && sameWords(before, now)) {
                return Optional.empty();
            }
        }
        return Optional.of(new Rows(drop, keep, now.slice(keep)));
    }

    private static boolean sameWords(Points a, Points b) {
        return a.absent().equals(b.absent()) && a.note().equals(b.note()) && a.leftOut() == b.leftOut();
    }
}
