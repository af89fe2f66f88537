package dev.tricolor.dashboard.model.pacer;

import dev.tricolor.dashboard.model.pacer.HeapGoal.Memory;
import dev.tricolor.dashboard.model.pacer.Pacer.Found;
import dev.tricolor.dashboard.model.pacer.Pacer.Plan;
import java.util.ArrayList;
import java.util.List;

/**
 * The pacer told what each cycle of a real run found, beside what the real pacer then did.
 *
 * @param goalsByMetrics goals that {@code runtime/metrics} told, less ours
 * @param goalsByTrace goals that {@code gcpacertrace} told at the cycle's end, less ours
 * @param triggers heap sizes at which cycles began, less our triggers
 * @param consMark our cons/mark from rounded times over the real one
 */
record PacerReplay(List<Long> goalsByMetrics, List<Long> goalsByTrace, List<Long> triggers, List<Double> consMark) {

    private static final Memory UNLIMITED = new Memory(0, 0, 0);

    static PacerReplay of(GoRun run, int gogc) {
        PacerReplay replay =
                new PacerReplay(new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        ConsMark estimate = new ConsMark(Release.GO_1_26);
        Pacer pacer = new Pacer(Release.GO_1_26, Knobs.gogc(gogc), 0);
        List<GoRun.Cycle> cycles = run.cycles();
        for (int i = 0; i + 1 < cycles.size(); i++) {
            GoRun.Paced now = cycles.get(i).paced();
            GoRun.Paced next = cycles.get(i + 1).paced();
            double ours = estimate.next(ConsMark.measured(
                    now.end() - now.triggered(),
                    now.heapScan() + now.stackScan() + now.globalsScan(),
                    Trigger.UTILISATION + now.assistShare(),
                    now.idleShare()));
            GoRun.Metrics found = cycles.get(i).found();
            if (found == null || cycles.get(i + 1).number() != cycles.get(i).number() + 1) {
                continue;
            }
            pacer.ended(new Found(found.live(), now.heapScan(), found.stack(), found.globals()), next.consMark());
            Plan plan = pacer.plan(UNLIMITED);
            replay.goalsByMetrics.add(found.goal() - plan.goal());
            if (next.forced()) {
                continue;
            }
            replay.triggers.add(next.triggered() - plan.trigger());
            replay.consMark.add(ours / next.consMark());
            pacer.started(next.triggered());
            replay.goalsByTrace.add(
                    next.end() - next.overGoal() - pacer.plan(UNLIMITED).goal());
        }
        return replay;
    }
}
