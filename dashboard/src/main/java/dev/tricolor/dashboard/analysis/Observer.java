package dev.tricolor.dashboard.analysis;

import dev.tricolor.dashboard.gc.AgentStatus;
import dev.tricolor.dashboard.gc.CpuSample;
import dev.tricolor.dashboard.gc.CpuSample.CpuGroup;
import dev.tricolor.dashboard.gc.Interval;
import dev.tricolor.dashboard.gc.Timeline;
import java.util.List;

/**
 * What observing costs the application.
 *
 * @param agentCpu ns of the agent's thread in the window
 * @param agentShare {@code agentCpu} as a share of the process's CPU time, 0..1
 * @param observerShare the same for the agent's thread and JFR's together; in Go the same as {@code agentShare}
 * @param sent bytes that the dashboard acknowledged, since the agent began
 * @param backlog bytes recorded but not acknowledged, the most in the window
 * @param lost bytes recorded and dropped before they could be sent, since the agent began
 * @param allocated bytes by the agent's thread, since the agent began
 * @param failures requests that failed and were tried again, since the agent began
 */
public record Observer(
        Figure<Long> agentCpu,
        Figure<Double> agentShare,
        Figure<Double> observerShare,
        Figure<Long> sent,
        Figure<Long> backlog,
        Figure<Long> lost,
        Figure<Long> allocated,
        Figure<Long> failures) {

    public static Observer of(Timeline timeline, Interval window) {
        List<AgentStatus> all = timeline.within(window).agent();
        if (all.isEmpty()) {
            return none(timeline);
        }
        AgentStatus last = all.get(all.size() - 1);
        String instrument = Instruments.agent(timeline);
        Figure<Long> cpu = agentCpu(timeline, window);
        GcCpu process = GcCpu.of(timeline, window);
        return new Observer(
                cpu,
                share(cpu, process.process()),
                share(Instruments.go(timeline) ? cpu : observers(timeline, process), process.process()),
                Figure.known(last.sentBytes(), "bytes", instrument),
                Figure.known(
                        all.stream().mapToLong(AgentStatus::backlogBytes).max().orElse(0), "bytes", instrument),
                Figure.known(last.lostBytes(), "bytes", instrument),
                Figure.of(
                        last.allocatedBytes().stream().boxed().findFirst(),
                        "bytes",
                        instrument,
                        Instruments.go(timeline)
                                ? "the Go agent does not count what it allocates"
                                : "the JVM does not count what a thread allocates"),
                Figure.known(last.failures(), "count", instrument));
    }

    private static Figure<Long> agentCpu(Timeline timeline, Interval window) {
        List<AgentStatus> told =
                timeline.agent().stream().filter(a -> a.cpu().isPresent()).toList();
        return Figure.of(
                Cumulative.of(told, a -> a.cpu().orElseThrow().toNanos())
                        .over(window)
                        .map(g -> Math.round(g.amount())),
                "ns",
                Instruments.agent(timeline),
                told.isEmpty()
                        ? Instruments.go(timeline)
                                ? "nobody tells the CPU time of a goroutine"
                                : "the kernel does not tell a thread's CPU time"
                        : "fewer than two of the agent's readings in this window");
    }

    private static Figure<Long> observers(Timeline timeline, GcCpu cpu) {
        return cpu.groups().stream()
                .filter(g -> g.group().equals(CpuGroup.OBSERVER.label()))
                .findFirst()
                .map(g -> Figure.known(g.totalNs(), "ns", "tricolor.ThreadGroupCpu of JFR's threads and the agent's"))
                .orElseGet(() -> Figure.missing(
                        timeline.cpu().stream().map(CpuSample::group).anyMatch(g -> g == CpuGroup.PROCESS)
                                ? "no thread of JFR or the agent was seen in this window"
                                : "no tricolor.ThreadGroupCpu in this window"));
    }

    private static Figure<Double> share(Figure<Long> part, Figure<Long> whole) {
        if (whole instanceof Figure.Known<Long> w && w.value() > 0) {
            return part.map("share", p -> p / (double) w.value());
        }
        return Figure.missing("the process's CPU time in this window is not known");
    }

    private static Observer none(Timeline timeline) {
        Figure<Long> none = Figure.missing(
                Instruments.go(timeline)
                        ? "no agent line in this window: recorded without the Go agent"
                        : "no tricolor.AgentStatus in this window: recorded without the agent");
        return new Observer(
                none, none.map("", Long::doubleValue), none.map("", Long::doubleValue), none, none, none, none, none);
    }
}
