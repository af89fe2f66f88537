package dev.tricolor.dashboard.knob;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.tricolor.dashboard.gc.KnobChange;
import dev.tricolor.dashboard.gc.KnobState;
import dev.tricolor.dashboard.real.RealJdks;
import dev.tricolor.dashboard.run.CollectorChoice;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * ZGC and Shenandoah follow the knob: from GOGC 400 to 50, where the peak meets the goal or the loop says why not, and back.
 *
 * <p>The short form; {@link KnobTable} is the long one. All JVMs run side by side, so that they take no longer than one.
 */
class KnobIT {

    private static final Set<CollectorChoice> STEERED =
            EnumSet.of(CollectorChoice.ZGC, CollectorChoice.SHENANDOAH, CollectorChoice.SHENANDOAH_GENERATIONAL);
    private static final int LIVE_MB = 60;
    private static final int HEAP_MB = 400;
    private static final int MB_PER_SECOND = 100;

    /** Longer than the 15 s that it takes on a machine of its own. */
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @Test
    void thePeakFollowsTheKnob_downAndUp_andRestorePutsBackWhatWasThere(@TempDir Path data) throws Exception {
        List<Trial> trials = new ArrayList<>();
        try (KnobDashboard dashboard = KnobDashboard.start(data)) {
            for (RealJdks.Case c : RealJdks.collectors()
                    .filter(c -> STEERED.contains(c.choice()))
                    .toList()) {
                trials.add(Trial.start(dashboard, c, LIVE_MB, HEAP_MB, MB_PER_SECOND));
            }
            turn(trials, "{\"gogc\": 400}", "400");
            trials.get(0).run(4);
            Map<Trial, Long> large = new HashMap<>();
            for (Trial t : trials) {
                large.put(t, Collections.max(t.peaks(4)));
            }
            turn(trials, "{\"gogc\": 50}", "50");
            for (Trial t : trials) {
                await(t.name() + " comes to rest").atMost(PATIENCE).until(() -> atRest(t));
            }
            trials.get(0).run(2);
            Map<Trial, Long> small = new HashMap<>();
            for (Trial t : trials) {
                small.put(t, Collections.min(t.peaks(2)));
                assertThat(small.get(t)).as(t.name()).isLessThan(large.get(t) * 3 / 4);
            }
            turn(trials, "{\"gogc\": 400}", "400");
            for (Trial t : trials) {
                await(t.name() + " rises again")
                        .atMost(PATIENCE)
                        .until(() -> Collections.max(t.peaks(2)) > small.get(t) * 4 / 3);
            }
            turn(trials, "{\"restore\": true}", "off");
            for (Trial t : trials) {
                String whole = Long.toString((long) HEAP_MB << 20);
                assertThat(softMax(t).get(0).oldValue()).as(t.name()).isEqualTo(whole);
                await(t.name() + " has its setting back").until(() -> {
                    List<KnobChange> all = softMax(t);
                    return all.get(all.size() - 1).newValue().equals(whole);
                });
            }
        } finally {
            trials.forEach(Trial::close);
        }
    }

    private static List<KnobChange> softMax(Trial t) {
        return t.timeline().knobChanges().stream()
                .filter(c -> c.name().equals("SoftMaxHeapSize"))
                .toList();
    }

    private static void turn(List<Trial> trials, String json, String newValue) throws Exception {
        for (Trial t : trials) {
            t.ask(json);
        }
        for (Trial t : trials) {
            t.awaitTurned(newValue);
        }
    }

    /** Whether the peak lies within 15 % of the goal, or the loop says what floor it has reached and why. */
    private static boolean atRest(Trial t) {
        KnobState s = t.state().orElseThrow();
        boolean met = s.gogc() == 50
                && s.state().equals("settled")
                && s.peak().orElse(0) * 100 <= s.goal().orElse(0) * 115;
        boolean stopped =
                s.gogc() == 50 && (s.state().startsWith("floor: ") || s.state().startsWith("held: "));
        return met || stopped;
    }
}
