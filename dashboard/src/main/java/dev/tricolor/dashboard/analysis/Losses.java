package dev.tricolor.dashboard.analysis;

import dev.tricolor.dashboard.gc.Pause;
import dev.tricolor.dashboard.gc.Stall;
import dev.tricolor.dashboard.gc.Timeline;
import java.util.ArrayList;
import java.util.List;

/** What the collector took from the application, in three definitions, each with more of the cost in it. */
final class Losses {
    private Losses() {}

    /** The world stopped. */
    static Figure<List<Loss>> pauses(Timeline timeline) {
        if (timeline.covered().isEmpty()) {
            return Figure.missing("the recording holds no data yet");
        }
        List<Loss> losses = new ArrayList<>();
        for (Pause p : timeline.pauses()) {
            losses.add(Loss.of(p, 1));
        }
        return Figure.known(losses, "", stops(timeline));
    }

    private static String stops(Timeline timeline) {
        return Instruments.pauses(timeline) + "; weight 1; exact over all windows within covered time";
    }

    /** The world stopped, and each stalled thread as its share of the mutator threads. */
    static Figure<List<Loss>> withStalls(Timeline timeline, Figure<Integer> threads) {
        if (StallStats.of(timeline).sum() instanceof Figure.Missing<Long> m) {
            return Figure.missing(m.why());
        }
        int mutators = threads.optional().orElse(1);
        String weight = threads instanceof Figure.Known<Integer> k
                ? "stalled threads of " + mutators + " mutator threads (" + k.instrument() + ")"
                : "no stall";
        List<Loss> losses = new ArrayList<>(pauses(timeline).optional().orElse(List.of()));
        for (Stall s : timeline.stalls()) {
            if (MutatorThreads.application(s.thread())) {
                losses.add(Loss.of(s, Math.min(1, s.threads() / mutators)));
            }
        }
        return Figure.known(
                losses,
                "",
                stops(timeline) + "; " + Instruments.stalls(timeline) + "; of the application's threads, weight: "
                        + weight + "; at most 1 in all");
    }

    /** The world stopped, threads stalled, and the machine's share that collector threads used beside the application. */
    static Figure<List<Loss>> withGcCpu(Timeline timeline, Figure<Integer> threads) {
        Figure<List<Loss>> cpu = GcCpu.concurrentLosses(timeline);
        Figure<List<Loss>> stopped = withStalls(timeline, threads);
        if (stopped instanceof Figure.Missing<List<Loss>>) {
            stopped = pauses(timeline);
        }
        if (cpu instanceof Figure.Known<List<Loss>> c && stopped instanceof Figure.Known<List<Loss>> s) {
            List<Loss> losses = new ArrayList<>(s.value());
            losses.addAll(c.value());
            return Figure.known(losses, "", s.instrument() + "; " + c.instrument());
        }
        return cpu instanceof Figure.Missing<List<Loss>> ? cpu : stopped;
    }
}
