package dev.tricolor.dashboard.run;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The heap that Go used at its peak, for each workload and setting: from the runtime's own trace of one run without the
 * agent, the largest heap at the end of a mark, rounded up to the next MiB.
 */
final class GoPeaks {
    private record Key(String workload, CheckedGo.Setting setting) {}

    private final Map<Key, HeapSize> peaks = new HashMap<>();

    /**
     * Measured now.
     *
     * @throws BadRunException where a run does not end well, or no collection was seen in it
     * @throws IOException where it was ended from outside
     */
    static GoPeaks measure(
            CheckedRequest checked, MachineFacts machine, Children children, Duration atMost, RunListener listener)
            throws IOException, InterruptedException {
        GoPeaks found = new GoPeaks();
        List<CheckedGo.Setting> settings = checked.go().map(CheckedGo::settings).orElse(List.of());
        for (RunPlan.Work work : checked.bareWork()) {
            for (CheckedGo.Setting setting : settings) {
                listener.measuringGo(work.workload(), setting.label());
                Launch launch =
                        setting.at(0, machine.goPrograms()).bare(machine.home(), work.workload(), work.arguments());
                List<String> command = new ArrayList<>(checked.pinning().prefix());
                command.addAll(launch.command());
                Map<String, String> environment = Matrix.cleanEnvironment();
                environment.putAll(launch.environment());
                GoTrace trace = new GoTrace();
                ChildResult child =
                        new ChildRun(children, atMost).run(command, environment, "peak-" + setting.gogc(), trace);
                if (child.outcome() == Outcome.CANCELLED) {
                    throw new IOException("ended while measuring Go's heap");
                }
                if (child.outcome() != Outcome.OK || trace.peakHeapBytes().isEmpty()) {
                    throw new BadRunException(
                            work.workload() + " under " + setting.label() + " tells no peak heap: "
                                    + (child.outcome() == Outcome.OK
                                            ? "it was never collected"
                                            : Outcome.words(child.outcome().word(), child.detail())),
                            "more --ops, or leave --equal-memory away");
                }
                found.peaks.put(
                        new Key(work.workload(), setting),
                        new HeapSize(trace.peakHeapBytes().getAsLong()));
            }
        }
        return found;
    }

    /** None measured. */
    static GoPeaks none() {
        return new GoPeaks();
    }

    HeapSize of(String workload, CheckedGo.Setting setting) {
        HeapSize peak = peaks.get(new Key(workload, setting));
        if (peak == null) {
            throw new IllegalStateException("not measured: " + workload + " under " + setting.label());
        }
        return peak;
    }
}
