package dev.tricolor.dashboard.web.panel;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonTypeName;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What changed between two states of a panel, as it goes over the wire: the page drops rows from the front, keeps some, and
 * appends what comes.
 *
 * <p>Found by comparing, not by keeping cursors, so that it is right whatever arrives late or out of order.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonInclude(JsonInclude.Include.NON_NULL)
public sealed interface PanelDelta permits PanelDelta.Whole, PanelDelta.Rows {

    /** The whole content anew. */
    @JsonTypeName("whole")
    record Whole(PanelData data) implements PanelDelta {}

    /**
     * @param drop rows to drop from the front of what the page has
     * @param keep rows to keep after those; what lies behind goes
     * @param x new rows
     * @param y new rows by series
     * @param names the words that {@code text} points into, where rows have names
     * @param text for each new row an index into {@code names}
     */
    @JsonTypeName("rows")
    record Rows(
            int drop,
            int keep,
            double[] x,
            Map<String, double[]> y,
            @Nullable List<String> names,
            int @Nullable [] text,
            Map<String, String> absent,
            String note,
            long leftOut)
            implements PanelDelta {}

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
        return Optional.of(rows(drop, keep, now));
    }

    private static boolean sameWords(Points a, Points b) {
        return a.absent().equals(b.absent()) && a.note().equals(b.note()) && a.leftOut() == b.leftOut();
    }

    private static Rows rows(int drop, int keep, Points all) {
        Points fresh = all.slice(keep);
        List<String> names = null;
        int[] text = null;
        if (all.hasText()) {
            Map<String, Integer> index = new LinkedHashMap<>();
            text = new int[fresh.rows()];
            for (int i = 0; i < text.length; i++) {
                text[i] = index.computeIfAbsent(fresh.text(i), t -> index.size());
            }
            names = new ArrayList<>(index.keySet());
        }
        double[] x = new double[fresh.rows()];
        for (int i = 0; i < x.length; i++) {
            x[i] = fresh.x(i);
        }
        return new Rows(drop, keep, x, fresh.columns(), names, text, all.absent(), all.note(), all.leftOut());
    }
}
