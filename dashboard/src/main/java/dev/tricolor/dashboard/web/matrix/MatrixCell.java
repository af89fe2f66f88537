package dev.tricolor.dashboard.web.matrix;

import com.fasterxml.jackson.annotation.JsonIgnore;
import dev.tricolor.dashboard.analysis.Figure;
import dev.tricolor.dashboard.evidence.Estimate;
import dev.tricolor.dashboard.evidence.Ratio;
import dev.tricolor.dashboard.web.panel.PanelData.Part;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One mean, or several that belong together, of one setup in the table.
 *
 * @param parts the means; empty where {@code missing} says why
 * @param strong which of them counts: it is compared, and the interval is its
 * @param low of its 95 % interval; NaN where a single invocation leaves it open
 * @param high of its 95 % interval; NaN where a single invocation leaves it open
 * @param words what the interval says, such as {@code within noise}; may be empty
 * @param mark {@code best}, {@code worst} or empty
 * @param footnote why it is shown but not compared; else empty
 */
public record MatrixCell(
        List<Part> parts,
        int strong,
        double low,
        double high,
        String words,
        String mark,
        String missing,
        String instrument,
        String footnote) {

    static MatrixCell missing(String why) {
        return new MatrixCell(List.of(), 0, Double.NaN, Double.NaN, "", "", why, "", "");
    }

    /** Several means in one cell; missing where the one at {@code strong} is. */
    static MatrixCell of(int strong, List<Figure<Estimate>> figures) {
        if (!(figures.get(strong) instanceof Figure.Known<Estimate> counts)) {
            return missing(((Figure.Missing<Estimate>) figures.get(strong)).why());
        }
        List<Part> parts = new ArrayList<>();
        for (Figure<Estimate> f : figures) {
            parts.add(
                    f instanceof Figure.Known<Estimate> k
                            ? Part.of(k.value().mean(), k.unit())
                            : new Part("–", Double.NaN, ""));
        }
        Estimate e = counts.value();
        return new MatrixCell(List.copyOf(parts), strong, e.low(), e.high(), "", "", "", counts.instrument(), "");
    }

    static MatrixCell of(Figure<Estimate> figure) {
        return of(0, List.of(figure));
    }

    static MatrixCell of(Ratio ratio, String instrument) {
        return new MatrixCell(
                List.of(Part.of(ratio.value(), "factor")),
                0,
                ratio.low(),
                ratio.high(),
                ratio.words(),
                "",
                "",
                instrument,
                "");
    }

    /** What all ratios are taken against: 1 by definition. */
    static MatrixCell baseline() {
        return new MatrixCell(
                List.of(Part.of(1, "factor")), 0, 1, 1, "baseline", "", "", "what the others are compared with", "");
    }

    /** By what it is compared; empty where it is not. */
    @JsonIgnore
    Optional<Bounds> bounds() {
        return Double.isFinite(low) && Double.isFinite(high) && footnote.isEmpty()
                ? Optional.of(new Bounds(low, high))
                : Optional.empty();
    }

    MatrixCell marked(String newMark) {
        return new MatrixCell(parts, strong, low, high, words, newMark, missing, instrument, footnote);
    }

    /** Shown, but not compared: it does not mean quite the same as the others'. */
    MatrixCell unranked(String why) {
        return parts.isEmpty()
                ? this
                : new MatrixCell(parts, strong, low, high, words, mark, missing, why + "; " + instrument, why);
    }
}
