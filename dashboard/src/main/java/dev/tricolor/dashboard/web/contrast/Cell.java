package dev.tricolor.dashboard.web.contrast;

import com.fasterxml.jackson.annotation.JsonIgnore;
import dev.tricolor.dashboard.analysis.Figure;
import dev.tricolor.dashboard.web.panel.PanelData.Part;
import java.util.ArrayList;
import java.util.List;

/**
 * One figure of one session in the table.
 *
 * @param parts one number or several that belong together; empty where {@code missing} says why
 * @param strong which part is the one that counts
 * @param tone {@code plain} or {@code bad}
 * @param mark {@code best}, {@code worst} or empty
 * @param footnote why it is shown but not compared, in words for the foot of the table; else empty
 * @param rank by what the cell is compared; NaN where it is not
 */
public record Cell(
        List<Part> parts,
        int strong,
        String tone,
        String mark,
        String missing,
        String instrument,
        String footnote,
        @JsonIgnore double rank) {

    static Cell of(Figure<? extends Number> figure) {
        if (figure instanceof Figure.Known<? extends Number> k) {
            double v = k.value().doubleValue();
            return new Cell(List.of(Part.of(v, k.unit())), 0, "plain", "", "", k.instrument(), "", v);
        }
        return missing(((Figure.Missing<?>) figure).why());
    }

    static Cell missing(String why) {
        return new Cell(List.of(), 0, "plain", "", why, "", "", Double.NaN);
    }

    /** Several figures in one cell, compared by the one at {@code strong}; missing where that one is. */
    static Cell of(int strong, List<? extends Figure<? extends Number>> figures) {
        Cell counts = of(figures.get(strong));
        if (counts.parts.isEmpty()) {
            return counts;
        }
        List<Part> parts = new ArrayList<>();
        for (Figure<? extends Number> f : figures) {
            Cell c = of(f);
            parts.add(c.parts.isEmpty() ? new Part("–", Double.NaN, "") : c.parts.get(0));
        }
        return new Cell(List.copyOf(parts), strong, "plain", "", "", counts.instrument, "", counts.rank);
    }

    Cell marked(String newMark) {
        return new Cell(parts, strong, tone, newMark, missing, instrument, footnote, rank);
    }

    Cell bad() {
        return new Cell(parts, strong, "bad", mark, missing, instrument, footnote, rank);
    }

    /** Of another machine: shown, but compared with nothing. */
    Cell withoutRank() {
        return new Cell(parts, strong, tone, mark, missing, instrument, footnote, Double.NaN);
    }

    /** Shown, but not compared: it does not mean quite the same as the others'. */
    Cell unranked(String why) {
        return new Cell(parts, strong, tone, mark, missing, why + "; " + instrument, why, Double.NaN);
    }
}
