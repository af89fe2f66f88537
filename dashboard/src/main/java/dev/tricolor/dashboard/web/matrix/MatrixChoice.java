package dev.tricolor.dashboard.web.matrix;

/**
 * What of a run is asked for; empty is the page's own choice.
 *
 * @param workload such as {@code churn}
 * @param heap bytes, or {@value #ALL_HEAPS}
 * @param baseline such as {@code g1-17}
 */
public record MatrixChoice(String workload, String heap, String baseline) {

    public static final String ALL_HEAPS = "all";

    /** The page's own. */
    public static final MatrixChoice NONE = new MatrixChoice("", "", "");
}
