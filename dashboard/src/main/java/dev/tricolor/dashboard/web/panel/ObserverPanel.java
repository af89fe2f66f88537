package dev.tricolor.dashboard.web.panel;

import dev.tricolor.dashboard.gc.AgentStatus;
import dev.tricolor.dashboard.gc.Interval;
import dev.tricolor.dashboard.gc.Timeline;
import dev.tricolor.dashboard.web.panel.PanelData.Fact;
import dev.tricolor.dashboard.web.panel.PanelData.Part;
import dev.tricolor.dashboard.web.panel.PanelSpec.Explanation;
import dev.tricolor.dashboard.web.panel.PanelSpec.Kind;
import dev.tricolor.dashboard.web.panel.PanelSpec.Place;
import java.time.Duration;
import java.util.List;

/** What watching costs: the agent's own CPU, bytes, backlog and losses. */
final class ObserverPanel implements Panel {

    private static final String INSTRUMENT = "tricolor.AgentStatus, once a second";

    private static final PanelSpec SPEC = new PanelSpec(
            "observer",
            "The observer",
            "what watching costs",
            Kind.FACTS,
            Place.SIDE,
            List.of(),
            List.of(),
            new Explanation(
                    "The agent's own cost in the application, over the stretch of time shown, and what was lost on the way.",
                    INSTRUMENT + ": its thread's CPU time and allocation, bytes that the dashboard acknowledged.",
                    "JFR's own cost (its recorder thread and the events in the JVM) is not in the agent's CPU; see"
                            + " \"observer\" in \"Where the processors go\"."));

    @Override
    public PanelSpec spec() {
        return SPEC;
    }

    @Override
    public PanelData data(Timeline timeline, Interval window) {
        List<AgentStatus> all = timeline.agent();
        if (all.isEmpty()) {
            return new PanelData.Empty("Not available: no agent wrote into this recording");
        }
        AgentStatus first = all.get(0);
        AgentStatus last = all.get(all.size() - 1);
        double seconds = PointsBuilder.seconds(Duration.between(first.at(), last.at()));
        return new PanelData.Facts(List.of(
                seconds > 0
                        ? fact("CPU", "of one processor", cpu(first, last) / seconds, "share")
                        : Fact.missing("CPU", "", "needs two readings"),
                seconds > 0
                        ? fact("sent", "", (last.sentBytes() - first.sentBytes()) / seconds, "bytes/s")
                        : Fact.missing("sent", "", "needs two readings"),
                seconds > 0
                        ? fact("allocates", "", (last.allocatedBytes() - first.allocatedBytes()) / seconds, "bytes/s")
                        : Fact.missing("allocates", "", "needs two readings"),
                fact("backlog", "", last.backlogBytes(), "bytes"),
                loss("lost", last.lostBytes(), "bytes"),
                loss("failed sends", last.failures(), "count")));
    }

    private static double cpu(AgentStatus first, AgentStatus last) {
        return PointsBuilder.seconds(last.cpu().minus(first.cpu()));
    }

    private static Fact fact(String label, String note, double value, String unit) {
        return new Fact(label, note, List.of(Part.of(value, unit)), "plain", "", INSTRUMENT);
    }

    private static Fact loss(String label, long value, String unit) {
        return new Fact(label, "", List.of(Part.of(value, unit)), value > 0 ? "bad" : "plain", "", INSTRUMENT);
    }
}
