package dev.tricolor.dashboard.web.panel;

import java.util.List;

/** Collections drawn to scale from a common start: a lane for each session, a bar for each kind of collection. */
public record Ribbon(List<Lane> lanes) implements PanelData {

    @Override
    public String type() {
        return "ribbon";
    }

    /**
     * One session.
     *
     * @param series the id of the panel's series that it is, from which its label and colour follow
     * @param algorithm the id of its algorithm card
     * @param others what else happened and is not drawn, in words; may be empty
     * @param why why there is no bar, in words; empty where there are some
     */
    public record Lane(String series, String algorithm, List<Bar> bars, String others, String why) {}

    /**
     * One collection that stands for all of its kind; times in ns, offsets from the start of what is drawn.
     *
     * @param kind in words
     * @param name the runtime's own word for it
     * @param cause likewise
     * @param lengthNs from start to end as the runtime gives it
     * @param extentNs what is drawn, which can be longer
     * @param stoppedNs the world stopped in it
     * @param besideNs the collector at work beside the application in it
     * @param stalledNs thread time held up in it
     */
    public record Bar(
            String kind,
            String name,
            String cause,
            int gcId,
            long count,
            long lengthNs,
            long shortestNs,
            long longestNs,
            long extentNs,
            long stoppedNs,
            long besideNs,
            long stalledNs,
            List<Part> parts) {}

    /**
     * A stretch of a bar.
     *
     * @param role {@code stopped}, {@code concurrent}, {@code sweeping} or {@code stall}
     */
    public record Part(String role, long fromNs, long lengthNs, String name) {}
}
