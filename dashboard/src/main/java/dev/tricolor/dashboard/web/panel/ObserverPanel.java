package dev.tricolor.dashboard.web.panel;

import dev.tricolor.dashboard.analysis.Figure;
import dev.tricolor.dashboard.analysis.Observer;
import dev.tricolor.dashboard.gc.Collector;
import dev.tricolor.dashboard.gc.Interval;
import dev.tricolor.dashboard.web.panel.PanelData.Fact;
import dev.tricolor.dashboard.web.panel.PanelSpec.Explanation;
import dev.tricolor.dashboard.web.panel.PanelSpec.Kind;
import dev.tricolor.dashboard.web.panel.PanelSpec.Place;
import java.util.List;

/** What watching costs: the agent's own CPU, bytes, backlog and losses. */
final class ObserverPanel implements Panel {

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
                    "tricolor.AgentStatus, once a second: its thread's CPU time and allocation, bytes that the dashboard acknowledged.",
                    "JFR's own cost (its recorder thread and the events in the JVM) is not in the agent's CPU; see"
                            + " \"observer\" in \"Where the processors go\"."));

    private static final PanelSpec GO = SPEC.in(
            SPEC.subtitle(),
            new Explanation(
                    "The Go agent's own cost in the program, over the stretch of time shown, and what was lost on the way.",
                    "The agent's own count, once a second: bytes that the dashboard acknowledged, requests that failed.",
                    "A goroutine's CPU time is told by nobody. The cost of gctrace, which the runtime writes itself, is not in it."));

    @Override
    public PanelSpec spec() {
        return SPEC;
    }

    @Override
    public PanelSpec goSpec() {
        return GO;
    }

    @Override
    public PanelData data(View view) {
        Interval window = view.window();
        if (view.shown().agent().isEmpty()) {
            return new PanelData.Empty("Not available: no agent wrote into this recording");
        }
        Observer o = Observer.of(view.all(), window);
        double seconds = PointsBuilder.seconds(window.length());
        return new PanelData.Facts(List.of(
                NowPanel.number("agent CPU", "of one processor", o.agentCpu().map("share", ns -> ns / 1e9 / seconds)),
                NowPanel.number(
                        view.all().runtime().collector() == Collector.GO ? "agent" : "agent and JFR",
                        "of the process",
                        o.observerShare()),
                NowPanel.number("sent", "in all", o.sent()),
                NowPanel.number("allocated", "by the agent, in all", o.allocated()),
                NowPanel.number("backlog", "largest", o.backlog()),
                loss("lost", o.lost()),
                loss("failed sends", o.failures())));
    }

    private static Fact loss(String label, Figure<Long> figure) {
        Fact f = NowPanel.number(label, "", figure);
        boolean lost = figure.optional().orElse(0L) > 0;
        return new Fact(f.label(), f.note(), f.parts(), lost ? "bad" : "plain", f.missing(), f.instrument());
    }
}
