package dev.tricolor.dashboard.export;

import static dev.tricolor.dashboard.export.Family.counter;
import static dev.tricolor.dashboard.export.Family.gauge;
import static dev.tricolor.dashboard.export.MemoryFamilies.last;

import dev.tricolor.dashboard.export.Family.Point;
import dev.tricolor.dashboard.gc.AgentStatus;
import dev.tricolor.dashboard.gc.Interval;
import java.time.Duration;
import java.util.List;

/** What observing a session costs, and what of it was lost. */
final class ObserverFamilies {
    private ObserverFamilies() {}

    static final List<Family> ALL = List.of(
            counter("tricolor_agent_cpu_seconds", "CPU time of the agent's thread", ObserverFamilies::agentCpu),
            counter(
                    "tricolor_agent_sent_bytes",
                    "Sent by the agent and acknowledged",
                    s -> last(s.timeline().agent(), AgentStatus::sentBytes)),
            counter(
                    "tricolor_agent_lost_bytes",
                    "Recorded, then dropped before the agent could send it",
                    s -> last(s.timeline().agent(), AgentStatus::lostBytes)),
            gauge(
                    "tricolor_agent_backlog_bytes",
                    "Recorded but not yet acknowledged",
                    s -> last(s.timeline().agent(), AgentStatus::backlogBytes)),
            counter(
                    "tricolor_session_gap_seconds",
                    "Time between the first and the last data that the recording does not cover",
                    ObserverFamilies::gaps),
            gauge(
                    "tricolor_session_problems",
                    "Kinds of data in the log that could not be decoded",
                    s -> GcFamilies.value(s.snapshot().problems().size())));

    private static List<Point> agentCpu(Exported s) {
        List<AgentStatus> all = s.timeline().agent();
        return all.isEmpty()
                ? List.of()
                : all.get(all.size() - 1)
                        .cpu()
                        .map(cpu -> GcFamilies.value(cpu.toNanos() / 1e9))
                        .orElse(List.of());
    }

    private static List<Point> gaps(Exported s) {
        Duration covered = Duration.ZERO;
        for (Interval i : s.timeline().covered()) {
            covered = covered.plus(i.length());
        }
        Duration known = covered;
        return s.timeline()
                .span()
                .map(span -> GcFamilies.value(span.length().minus(known).toNanos() / 1e9))
                .orElse(List.of());
    }
}
