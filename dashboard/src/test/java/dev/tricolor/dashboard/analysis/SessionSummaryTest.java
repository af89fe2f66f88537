package dev.tricolor.dashboard.analysis;

import static dev.tricolor.dashboard.analysis.Figures.value;
import static dev.tricolor.dashboard.analysis.Figures.why;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.tricolor.dashboard.gc.Collector;
import dev.tricolor.dashboard.gc.CpuSample.CpuGroup;
import dev.tricolor.dashboard.gc.Cycle.Kind;
import dev.tricolor.dashboard.gc.Timeline;
import dev.tricolor.dashboard.gc.WorkloadMark.Stage;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SessionSummaryTest {
    private static final String RESULT = """
            {"workload":"churn","parameters":{"threads":2},"operations":3000,"elapsedNs":2000000000,
             "checksum":"0123456789abcdef","latency":{"service":{"p50Ns":10,"p90Ns":20,"p99Ns":30,"p999Ns":40,
             "maxNs":50},"response":null}}""";

    /** A workload of 2 s from 1 s on in a recording of 5 s; its result comes half a second later. */
    private static TimelineBuilder session() {
        return TimelineBuilder.of(Collector.PARALLEL)
                .covered(0, 5000)
                .workload(1000, Stage.STARTED, "")
                .workload(3500, Stage.FINISHED, RESULT)
                .pause(500, 100, 1, "GC Pause") // before the workload
                .pause(1500, 20, 2, "GC Pause")
                .pause(2500, 30, 3, "GC Pause")
                .collection(500, 100, 1, Kind.YOUNG, "ParallelScavenge", "Allocation Failure", 900, 100)
                .collection(1500, 20, 2, Kind.YOUNG, "ParallelScavenge", "Allocation Failure", 700, 200)
                .collection(2500, 30, 3, Kind.FULL, "ParallelOld", "Ergonomics", 800, 150)
                .allocated(0, 0)
                .allocated(2000, 2_000_000)
                .allocated(4000, 6_000_000)
                .cpu(0, CpuGroup.PROCESS, 0)
                .cpu(0, CpuGroup.GC_STOPPED, 0)
                .cpu(0, CpuGroup.OBSERVER, 0)
                .cpu(4000, CpuGroup.PROCESS, 4000)
                .cpu(4000, CpuGroup.GC_STOPPED, 400)
                .cpu(4000, CpuGroup.OBSERVER, 40)
                .rss(2000, 5000, 6000)
                .agent(1000, 100, 10, 1, 0)
                .agent(2000, 300, 40, 3, 0)
                .agent(2900, 500, 20, 4.8, 5);
    }

    @Test
    void readingsAtTheWorkloadsMarksCountAllOfItsWorkAndNoneOfTheWaiting() {
        Timeline timeline = TimelineBuilder.of(Collector.PARALLEL)
                .covered(0, 5000)
                .workload(1000, Stage.STARTED, "")
                .workload(3500, Stage.FINISHED, RESULT) // the measured part ends at 3000
                .allocated(0, 0)
                .allocated(960, 500) // 40 ms before the start: workers wait
                .allocated(2000, 2500)
                .allocated(3100, 4500) // 100 ms after the end
                .cpu(0, CpuGroup.PROCESS, 0)
                .cpu(960, CpuGroup.PROCESS, 100)
                .cpu(3100, CpuGroup.PROCESS, 3100)
                .build();

        SessionSummary s = SessionSummary.of(timeline);

        assertThat(value(s.allocation().total())).isEqualTo(4000); // a straight line would say 3762
        assertThat(value(s.allocation().rate())).isEqualTo(2000, within(1e-9));
        assertThat(value(s.cpu().process())).isEqualTo(3_000_000_000L);
    }

    @Test
    void aReadingWellBeforeTheStartIsNotTheMarks() {
        Timeline timeline = TimelineBuilder.of(Collector.PARALLEL)
                .covered(0, 5000)
                .workload(1000, Stage.STARTED, "")
                .workload(3500, Stage.FINISHED, RESULT)
                .allocated(500, 0)
                .allocated(2500, 2000)
                .allocated(3100, 2000)
                .build();

        assertThat(value(SessionSummary.of(timeline).allocation().total())).isEqualTo(1500);
    }

    @Test
    void figuresAreOfTheWorkloadsWindow() {
        SessionSummary s = SessionSummary.of(session().build());

        assertThat(value(s.window()).from()).isEqualTo(TimelineBuilder.at(1000));
        assertThat(value(s.window()).to()).isEqualTo(TimelineBuilder.at(3000));
        assertThat(value(s.pauses().count())).isEqualTo(2);
        assertThat(value(s.pauses().sum())).isEqualTo(50_000_000);
        assertThat(value(s.cycles().count())).isEqualTo(2);
        assertThat(value(s.cycles().full())).isEqualTo(1);
        assertThat(value(s.mmu().ms100())).isEqualTo(0.7, within(1e-12));
        // 1..2 s 1,000,000 and 2..3 s 2,000,000
        assertThat(value(s.allocation().total())).isEqualTo(3_000_000);
        assertThat(value(s.cpu().gc())).isEqualTo(200_000_000);
        assertThat(value(s.cpu().gcShare())).isEqualTo(0.1, within(1e-12));
        assertThat(value(s.heap().liveSet())).isEqualTo(150);
        assertThat(value(s.peakRss())).isEqualTo(6000);
    }

    @Test
    void theLiveSetIsKnownFromTheWholeTimelineButOfTheWindowOnly() {
        Timeline later = session()
                .collection(4000, 30, 4, Kind.FULL, "ParallelOld", "Ergonomics", 900, 800)
                .build();
        assertThat(value(SessionSummary.of(later).heap().liveSet())).isEqualTo(150);
    }

    @Test
    void theWorkSpeaksForItself() {
        Work work = SessionSummary.of(session().build()).work();

        assertThat(value(work.throughput())).isEqualTo(1500.0, within(1e-9)); // 3000 in 2 s
        assertThat(value(work.checksum())).isEqualTo("0123456789abcdef");
        assertThat(value(work.service().p99())).isEqualTo(30);
        assertThat(why(work.response().p99())).contains("closed loop");
    }

    @Test
    void theObserverIsObserved() {
        Observer observer = SessionSummary.of(session().build()).observer();

        // 1 ms at 1 s, 4.8 ms at 2.9 s; the process 1000 ms a second
        assertThat(value(observer.agentCpu())).isEqualTo(3_800_000);
        assertThat(value(observer.observerShare())).isEqualTo(0.01, within(1e-9));
        assertThat(value(observer.sent())).isEqualTo(500);
        assertThat(value(observer.backlog())).isEqualTo(40);
        assertThat(value(observer.lost())).isEqualTo(5);
    }

    @Test
    void whatThePlatformDoesNotTellOfTheObserverIsMissingNotZero() {
        Timeline t = TimelineBuilder.of(Collector.G1)
                .covered(0, 2000)
                .agentWithoutCost(500, 10)
                .agentWithoutCost(1500, 20)
                .build();
        Observer observer = SessionSummary.of(t).observer();

        assertThat(why(observer.agentCpu())).isEqualTo("the kernel does not tell a thread's CPU time");
        assertThat(why(observer.allocated())).isEqualTo("the JVM does not count what a thread allocates");
        assertThat(value(observer.sent())).isEqualTo(20);
    }

    @Test
    void withoutAWorkloadTheWindowIsAllThatIsCovered() {
        Timeline t = TimelineBuilder.of(Collector.G1)
                .covered(0, 100)
                .covered(200, 300)
                .build();
        SessionSummary s = SessionSummary.of(t);

        assertThat(value(s.window()).to()).isEqualTo(TimelineBuilder.at(300));
        assertThat(why(s.work().throughput())).isEqualTo("no canned workload ran in this session");
    }

    @Test
    void aResultThatCanNotBeReadIsMissingNotZero() {
        Timeline t = TimelineBuilder.of(Collector.G1)
                .covered(0, 100)
                .workload(50, Stage.FINISHED, "{\"operations\": nonsense")
                .build();
        Work work = SessionSummary.of(t).work();

        assertThat(why(work.throughput())).contains("no operations or no elapsed time");
        assertThat(why(work.checksum())).isEqualTo("the workload's result has none");
    }

    @Test
    void anEmptyTimelineHasNoFigures() {
        SessionSummary s = SessionSummary.of(Timeline.EMPTY);

        assertThat(why(s.window())).isEqualTo("the recording holds no data yet");
        assertThat(why(s.pauses().count())).isEqualTo("the recording holds no data yet");
        assertThat(why(s.mmu().ms10())).isEqualTo("the recording holds no data yet");
    }

    @Test
    void jsonNeedsNoModuleAndEveryFigureNamesItsInstrumentOrSaysWhyNot() throws Exception {
        ObjectMapper plain = new ObjectMapper();
        JsonNode json = plain.readTree(
                plain.writeValueAsString(SessionSummary.of(session().build())));

        assertThat(json.at("/pauses/sum").toString())
                .isEqualTo("{\"value\":50000000,\"unit\":\"ns\",\"instrument\":\""
                        + json.at("/pauses/sum/instrument").asText() + "\"}");
        assertThat(json.at("/stalls/count").toString())
                .isEqualTo("{\"missing\":\"Parallel reports no stalls: its threads wait for memory only in pauses\"}");
        assertThat(json.at("/window/value/from").asText()).isEqualTo("2026-01-01T00:00:01Z");
        List<String> silent = new ArrayList<>();
        figuresWithoutWords(json, "", silent);
        assertThat(silent).isEmpty();
    }

    private static void figuresWithoutWords(JsonNode node, String path, List<String> silent) {
        boolean known = node.has("value") && node.path("instrument").asText().isEmpty();
        boolean missing = node.has("missing") && node.path("missing").asText().isEmpty();
        if (known || missing) {
            silent.add(path);
        }
        node.properties().forEach(f -> figuresWithoutWords(f.getValue(), path + "/" + f.getKey(), silent));
    }
}
