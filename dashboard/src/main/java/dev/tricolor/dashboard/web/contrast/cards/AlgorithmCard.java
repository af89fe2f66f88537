package dev.tricolor.dashboard.web.contrast.cards;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.tricolor.dashboard.gc.Collector;
import java.util.List;

/**
 * What one algorithm is and who pays for it, in sentences.
 *
 * @param id tells ZGC with generations from ZGC without, which {@code collector} does not
 * @param collector the id of its {@link Collector}
 * @param flag how it is chosen, and on which releases
 * @param gist in a few words, to be read without unfolding the card
 * @param loadBarrier what a load of a reference costs
 * @param storeBarrier what a store of a reference costs
 * @param stops with the world stopped
 * @param concurrent beside the application
 * @param pays who does the work: the application (barriers, assists, stalls) or threads of the collector
 * @param references compressed or not
 * @param sizing the rule by which the heap grows
 * @param look which of this dashboard's figures tell most
 */
public record AlgorithmCard(
        String id,
        String collector,
        String name,
        String flag,
        String gist,
        String generational,
        String moving,
        String loadBarrier,
        String storeBarrier,
        String stops,
        String concurrent,
        String pays,
        String references,
        String sizing,
        List<Knob> knobs,
        List<Look> look,
        List<Source> sources) {

    /** In the collector's own colour, {@code #rrggbb}. */
    @JsonProperty
    public String colour() {
        return Algorithms.collectorOf(this).colour();
    }

    /** A setting, with its default where that is one number. */
    public record Knob(String name, String what) {}

    /** A figure of this dashboard. */
    public record Look(String figure, String why) {}

    /** Where it is written; {@code url} is empty for papers and source files. */
    public record Source(String text, String url) {}
}
