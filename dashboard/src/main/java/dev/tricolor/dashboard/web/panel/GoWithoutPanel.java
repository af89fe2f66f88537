package dev.tricolor.dashboard.web.panel;

import dev.tricolor.dashboard.web.panel.PanelData.Fact;
import dev.tricolor.dashboard.web.panel.PanelSpec.Explanation;
import dev.tricolor.dashboard.web.panel.PanelSpec.Kind;
import dev.tricolor.dashboard.web.panel.PanelSpec.Place;
import java.util.List;

/** What a JVM's page shows and a Go process has not, and why. */
final class GoWithoutPanel implements Panel {

    private static final PanelSpec SPEC = new PanelSpec(
            "go-without",
            "Not in Go",
            "",
            Kind.FACTS,
            Place.SIDE,
            List.of(),
            List.of(),
            new Explanation(
                    "Go's collector is concurrent mark and sweep: it has no generations and moves nothing. So some of what a JVM"
                            + " reports has no counterpart here.",
                    "How Go's runtime is made.",
                    "-"));

    private static final List<Fact> ROWS = List.of(
            Fact.missing("young collections", "", "Go's collector has no generations: each cycle marks the whole heap"),
            Fact.missing("promotion, tenuring", "", "there are no generations to be promoted between"),
            Fact.missing("evacuation, regions", "", "objects are never moved, so the heap is never compacted"),
            Fact.missing(
                    "allocation stalls", "", "a goroutine that allocates too fast marks instead: see mark assists"),
            Fact.missing("CPU by GC thread", "", "goroutines and mark workers run on the same threads"),
            Fact.missing("safepoints", "", "stops for other reasons are told as a distribution only"),
            Fact.missing("metaspace", "", "there are no classes to be loaded"),
            Fact.missing("soft, weak references", "", "weak pointers (1.24) are not reported"));

    @Override
    public PanelSpec spec() {
        return SPEC;
    }

    @Override
    public PanelData data(View view) {
        return new PanelData.Facts(ROWS);
    }
}
