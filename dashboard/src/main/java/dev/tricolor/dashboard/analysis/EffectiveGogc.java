package dev.tricolor.dashboard.analysis;

import dev.tricolor.dashboard.gc.Interval;
import dev.tricolor.dashboard.gc.Timeline;
import java.util.ArrayList;
import java.util.List;

/**
 * The value that Go's one knob would need for collections to begin where these did: 100 × (heap at the start of a full or
 * old collection − live after the one before) / live after the one before. For Go itself see {@link GoEffectiveGogc}.
 *
 * @param percent median over collections; 100 means that the heap doubles from one to the next
 * @param each one value a collection, oldest first, without the first
 */
public record EffectiveGogc(Figure<Double> percent, List<Double> each) {

    public static EffectiveGogc of(Timeline timeline) {
        return timeline.span()
                .filter(span -> Instruments.go(timeline))
                .map(span -> of(timeline, span))
                .orElseGet(() -> of(timeline, LiveSet.of(timeline)));
    }

    /** Over a window of the whole timeline. */
    public static EffectiveGogc of(Timeline timeline, Interval window) {
        return Instruments.go(timeline)
                ? GoEffectiveGogc.of(
                        timeline, new Interval(window.from(), window.to().plusNanos(1)))
                : of(timeline, LiveSet.of(timeline, window));
    }

    private static EffectiveGogc of(Timeline timeline, LiveSet live) {
        List<Double> each = new ArrayList<>();
        for (int i = 1; i < live.marks().size(); i++) {
            long before = live.marks().get(i - 1).liveBytes();
            if (before > 0) {
                each.add(100.0 * (live.marks().get(i).startBytes() - before) / before);
            }
        }
        if (each.isEmpty()) {
            return new EffectiveGogc(
                    Figure.missing("needs two collections that marked the whole heap; this window has "
                            + live.marks().size()),
                    List.of());
        }
        String instrument = "jdk.GCHeapSummary before them, against the live set: " + LiveSet.instrument(timeline)
                + "; median of " + each.size();
        return new EffectiveGogc(Figure.known(median(each), "%", instrument), List.copyOf(each));
    }

    /** Of at least one. */
    static double median(List<Double> values) {
        List<Double> sorted = values.stream().sorted().toList();
        int n = sorted.size();
        return n % 2 == 1 ? sorted.get(n / 2) : (sorted.get(n / 2 - 1) + sorted.get(n / 2)) / 2;
    }
}
