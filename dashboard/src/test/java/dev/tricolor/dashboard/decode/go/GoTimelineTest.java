package dev.tricolor.dashboard.decode.go;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tricolor.dashboard.gc.Collector;
import dev.tricolor.dashboard.gc.ConcurrentPhase;
import dev.tricolor.dashboard.gc.Cycle;
import dev.tricolor.dashboard.gc.GoMetric;
import dev.tricolor.dashboard.gc.GoSettings;
import dev.tricolor.dashboard.gc.HeapSample;
import dev.tricolor.dashboard.gc.Interval;
import dev.tricolor.dashboard.gc.KnobChange;
import dev.tricolor.dashboard.gc.KnobRefusal;
import dev.tricolor.dashboard.gc.Pause;
import dev.tricolor.dashboard.gc.Stall;
import dev.tricolor.dashboard.gc.Timeline;
import dev.tricolor.dashboard.gc.TracedCycle;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** What a Go process's lines become. */
class GoTimelineTest {

    private static final long MIB = 1 << 20;

    @Test
    void aTracedCycle_isTwoPauses_oneMark_andItsAssistsOneStall() {
        Timeline t = GoLog.started().cycle(1, 100, 5, 4, 30, 34, 20, 33).timeline();
        assertThat(t.runtime().collector()).isEqualTo(Collector.GO);
        assertThat(t.cycles())
                .containsExactly(new Cycle(
                        GoLog.at(100),
                        Duration.ofMillis(12),
                        1,
                        Cycle.Kind.GLOBAL,
                        "Go GC",
                        "heap goal",
                        Duration.ofMillis(2),
                        Duration.ofMillis(1)));
        assertThat(t.pauses())
                .containsExactly(
                        new Pause(GoLog.at(100), Duration.ofMillis(1), 1, "sweep termination"),
                        new Pause(GoLog.at(111), Duration.ofMillis(1), 1, "mark termination"));
        assertThat(t.phases()).containsExactly(new ConcurrentPhase(GoLog.at(101), Duration.ofMillis(10), 1, "mark", 0));
        assertThat(t.stalls())
                .containsExactly(new Stall(GoLog.at(101), Duration.ofMillis(10), 0, "mark assists", 0, 0.5));
        assertThat(t.heap())
                .extracting(HeapSample::when, HeapSample::used)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(HeapSample.When.BEFORE, 30 * MIB),
                        org.assertj.core.groups.Tuple.tuple(HeapSample.When.MARKED, 34 * MIB),
                        org.assertj.core.groups.Tuple.tuple(HeapSample.When.AFTER, 20 * MIB));
    }

    @Test
    void withoutATrace_aCyclesStopsAreOnePause_namedAsASum() {
        Timeline t = GoLog.started()
                .line(200, "pauses", "\"cycle\":1,\"end\":" + GoLog.ns(150) + ",\"pauseNs\":3000000")
                .timeline();
        assertThat(t.pauses())
                .containsExactly(new Pause(GoLog.at(147), Duration.ofMillis(3), 1, "sum of a cycle's stops"));
        assertThat(t.cycles())
                .singleElement()
                .satisfies(c -> assertThat(c.timed()).isFalse());
        assertThat(t.phases()).isEmpty();
    }

    @Test
    void aTraceThatComesLate_replacesTheSums_andIsSortedIntoPlace() {
        GoLog log = GoLog.started();
        for (int n = 1; n <= 3; n++) {
            log.line(
                    100 * n + 50,
                    "pauses",
                    "\"cycle\":" + n + ",\"end\":" + GoLog.ns(100 * n + 12) + ",\"pauseNs\":2000000");
        }
        assertThat(log.timeline().pauses()).hasSize(3).allMatch(Pause::sum);
        log.trace(9000, "gc 3 @0.300s 1%: 1.0+10+1.0 ms clock, 2.0+0/4/0+2.0 ms cpu, 8->9->7 MB, 9 MB goal, 2 P");
        log.cycle(1, 100, 0, 4, 8, 9, 7, 9);
        Timeline t = log.timeline();
        assertThat(t.cycles()).extracting(Cycle::gcId).containsExactly(1, 2, 3);
        assertThat(t.cycles()).extracting(Cycle::timed).containsExactly(true, false, true);
        assertThat(t.pauses()).extracting(Pause::sum).containsExactly(false, false, true, false, false);
        assertThat(t.pauses()).isSortedAccordingTo((a, b) -> a.at().compareTo(b.at()));
        assertThat(t.covered())
                .as("an appended line's own time is no data")
                .containsExactly(new Interval(GoLog.at(0), GoLog.at(350)));
    }

    /** The agent's word on when the process began may be some milliseconds late; when a cycle ended it knows exactly. */
    @Test
    void whereTheAgentHasToldACyclesEnd_theTraceIsPutThere_andWhatFollowsWithIt() {
        GoLog log = GoLog.started()
                .line(150, "pauses", "\"cycle\":1,\"end\":" + GoLog.ns(107) + ",\"pauseNs\":2000000")
                .line(450, "pauses", "\"cycle\":3,\"end\":" + GoLog.ns(3_600_000) + ",\"pauseNs\":2000000");
        log.cycle(1, 100, 0, 4, 8, 9, 7, 9).cycle(2, 200, 0, 4, 8, 9, 7, 9).cycle(3, 300, 0, 4, 8, 9, 7, 9);
        assertThat(log.timeline().cycles())
                .extracting(Cycle::at)
                .as("the third end is of a clock that was set")
                .containsExactly(GoLog.at(95), GoLog.at(195), GoLog.at(295));
    }

    @Test
    void causes() {
        GoLog log = GoLog.started()
                .cycle(1, 100, 0, 4, 8, 9, 7, 9)
                .trace(300, "GC forced")
                .cycle(2, 300, 0, 4, 8, 9, 7, 9)
                .trace(
                        400,
                        "gc 3 @0.400s 1%: 1.0+10+1.0 ms clock, 2.0+0/4/0+2.0 ms cpu, 8->9->7 MB, 9 MB goal, 2 P (forced)");
        assertThat(log.timeline().cycles())
                .extracting(Cycle::cause)
                .containsExactly(TracedCycle.GOAL, TracedCycle.PERIODIC, TracedCycle.FORCED);
        assertThat(log.problems()).isEmpty();
    }

    @Test
    void whatStandsStill_isNoSlope() {
        Timeline t = GoLog.started()
                .metrics(100, "\"/gc/heap/allocs:bytes\":1000")
                .metrics(200, "")
                .metrics(300, "\"/gc/heap/allocs:bytes\":5000")
                .timeline();
        assertThat(t.allocation())
                .extracting(s -> s.at(), s -> s.bytes())
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(GoLog.at(100), 1000L),
                        org.assertj.core.groups.Tuple.tuple(GoLog.at(200), 1000L),
                        org.assertj.core.groups.Tuple.tuple(GoLog.at(300), 5000L));
    }

    @Test
    void knobs() {
        GoLog log = GoLog.started();
        assertThat(log.timeline().go().settings().gogc()).hasValue(100);
        log.line(100, "knob", "\"name\":\"GOGC\",\"old\":100,\"new\":50,\"who\":\"main\"");
        assertThat(log.timeline().knobChanges())
                .containsExactly(new KnobChange(GoLog.at(100), "GOGC", "100", "50", "main"));
        assertThat(log.timeline().go().settings().gogc()).hasValue(50);
        log.metrics(200, "\"/gc/gogc:percent\":1.8446744073709552E19,\"/gc/gomemlimit:bytes\":9223372036854775807");
        assertThat(log.timeline().go().settings().gogc()).as("off").hasValue(GoSettings.OFF);
        assertThat(log.timeline().go().settings().memoryLimit()).as("none").isEmpty();
        log.metrics(300, "\"/gc/gomemlimit:bytes\":67108864");
        assertThat(log.timeline().go().settings().memoryLimit()).hasValue(67108864);
    }

    @Test
    void aKnobThatWasNotTurned_isARefusal_andSettingsStay() {
        GoLog log = GoLog.started()
                .line(
                        100,
                        "knob",
                        "\"name\":\"GOGC\",\"old\":\"\",\"new\":\"NaN\",\"who\":\"dashboard\",\"refused\":\"no number\"")
                .line(200, "knob", "\"name\":\"GOGC\",\"old\":\"100\",\"new\":\"off\",\"who\":\"dashboard\"");
        assertThat(log.timeline().knobRefusals())
                .containsExactly(new KnobRefusal(GoLog.at(100), "GOGC", "NaN", "dashboard", "no number"));
        assertThat(log.timeline().knobChanges())
                .containsExactly(new KnobChange(GoLog.at(200), "GOGC", "100", "off", "dashboard"));
        assertThat(log.timeline().go().settings().gogc()).hasValue(GoSettings.OFF);
    }

    @Test
    void garbage_isCounted_andHarmsNothing() {
        GoLog log = GoLog.started()
                .raw("panic: runtime error")
                .raw("{\"t\":\"metrics\"")
                .raw("")
                .raw("[1,2]")
                .raw("{\"t\":\"metrics\",\"at\":-5,\"v\":{}}")
                .raw("{\"t\":\"metrics\",\"at\":9223372036854775807,\"v\":{}}")
                .line(50, "of another version", "\"x\":1")
                .line(60, "pauses", "\"cycle\":1,\"end\":" + GoLog.ns(55) + ",\"pauseNs\":-1")
                .line(60, "process", "\"userNs\":9223372036854775807,\"systemNs\":9223372036854775807")
                .line(
                        70,
                        "metrics",
                        "\"v\":{\"/gc/heap/goal:bytes\":\"many\"},\"h\":{\"/sched/pauses/total/gc:seconds\":[[3,1]]}")
                .trace(80, "gc 1 @0.080s 1%: 0.0")
                .cycle(2, 100, 0, 4, 8, 9, 7, 9)
                .cycle(2, 100, 0, 4, 8, 9, 7, 9);
        assertThat(log.timeline().cycles()).hasSize(1);
        assertThat(log.problems())
                .containsExactlyInAnyOrder(
                        "5 lines of the log were left out: not a JSON object with t and at (the first is line 2)",
                        "1 line of the log was left out: pauses with a negative pauseNs (line 9)",
                        "1 line of the log was left out: process with long overflow (line 10)",
                        "1 line of the log was left out: metrics with a bucket of /sched/pauses/total/gc:seconds whose bounds"
                                + " are not known (line 11)",
                        "1 line of the log was left out: gctrace with a trace line that is cut off or of a form that is not"
                                + " known (line 12)",
                        "1 trace lines repeat a cycle's number and were left out");
    }

    @Test
    void stops_areCountedInBuckets_andBeginAnewWithASecondInfo() {
        GoLog log = GoLog.started()
                .line(10, "buckets", "\"name\":\"/sched/pauses/total/gc:seconds\",\"bounds\":[null,0,0.001,0.002,null]")
                .line(100, "metrics", "\"v\":{},\"h\":{\"/sched/pauses/total/gc:seconds\":[[1,4],[3,1]]}");
        assertThat(log.timeline().go().stops())
                .extracting(s -> s.lowerNs(), s -> s.upperNs(), s -> s.count())
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(0L, 1_000_000L, 4L),
                        org.assertj.core.groups.Tuple.tuple(2_000_000L, Long.MAX_VALUE, 1L));
        log.line(5000, "info", "\"start\":" + GoLog.ns(0));
        assertThat(log.timeline().go().stops()).isEmpty();
        assertThat(log.timeline().covered()).as("a gap where the log was lost").hasSize(1);
        log.metrics(5100, "\"/gc/heap/goal:bytes\":4194304");
        assertThat(log.timeline().covered())
                .containsExactly(
                        new Interval(GoLog.at(0), GoLog.at(100)), new Interval(GoLog.at(5000), GoLog.at(5100)));
        assertThat(log.timeline().go().newest(GoMetric.HEAP_GOAL)).hasValue(4194304);
    }

    @Test
    void whatTheAgentLost_isAGapWhereTheLogWasSilent() {
        GoLog log = GoLog.started()
                .line(1000, "agent", "\"sentBytes\":1,\"lostBytes\":0")
                .metrics(1100, "")
                .metrics(7000, "")
                .line(7100, "agent", "\"sentBytes\":2,\"lostBytes\":999");
        assertThat(log.timeline().covered())
                .containsExactly(
                        new Interval(GoLog.at(0), GoLog.at(1100)), new Interval(GoLog.at(7000), GoLog.at(7100)));
        assertThat(log.problems()).containsExactly("the agent lost 999 bytes that it could not send");
    }
}
