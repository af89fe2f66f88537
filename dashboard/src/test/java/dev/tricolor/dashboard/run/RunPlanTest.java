package dev.tricolor.dashboard.run;

import static dev.tricolor.dashboard.run.CollectorChoice.G1;
import static dev.tricolor.dashboard.run.CollectorChoice.SERIAL;
import static dev.tricolor.dashboard.run.CollectorChoice.SHENANDOAH_GENERATIONAL;
import static dev.tricolor.dashboard.run.CollectorChoice.ZGC;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.tricolor.dashboard.results.GoTuning;
import dev.tricolor.dashboard.results.RunHeader.Baseline;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class RunPlanTest {
    private static final Jdk JDK_17 = new Jdk(Path.of("/jdk17"), "17.0.15", 17, "Debian", Set.of());
    private static final Jdk JDK_25 = new Jdk(Path.of("/jdk25"), "25.0.3", 25, "Eclipse Adoptium", Set.of());
    private static final List<RunPlan.Work> CHURN = List.of(
            new RunPlan.Work("churn", List.of("--ops=1m"), List.of(new RunPlan.Heap(HeapSize.parse("256m"), null))));

    private static RunPlan plan(List<CollectorChoice> collectors, List<Jdk> jdks, int invocations) {
        return RunPlan.of(CHURN, collectors, jdks, invocations, null, RunPlanTest::supported, (c, j) -> true);
    }

    private static Set<CollectorChoice> supported(Jdk jdk) {
        EnumSet<CollectorChoice> all = EnumSet.allOf(CollectorChoice.class);
        all.removeIf(c -> !c.existsIn(jdk.feature()));
        return all;
    }

    @Test
    void invocations_areInterleavedAndRotated() {
        RunPlan plan = plan(List.of(SERIAL, G1, ZGC), List.of(JDK_17), 3);

        assertThat(plan.rows().stream()
                        .map(row -> row.invocation() + " " + row.target().collector())
                        .collect(Collectors.joining(", ")))
                .isEqualTo("1 serial, 1 g1, 1 zgc, 2 g1, 2 zgc, 2 serial, 3 zgc, 3 serial, 3 g1");
        assertThat(plan.rows()).extracting(Row::number).containsExactly(1, 2, 3, 4, 5, 6, 7, 8, 9);
    }

    @Test
    void control_isTheBaselineOnceMore_inEachRound() {
        RunPlan plan = RunPlan.of(
                CHURN,
                List.of(SERIAL, G1),
                List.of(JDK_17),
                2,
                new Baseline("g1", "17", ""),
                RunPlanTest::supported,
                (c, j) -> true);

        assertThat(plan.rows().stream()
                        .map(row -> row.invocation() + " " + row.name())
                        .collect(Collectors.joining(", ")))
                .isEqualTo("1 churn-serial-17, 1 churn-g1-17, 1 churn-g1-17-control, 2 churn-g1-17,"
                        + " 2 churn-g1-17-control, 2 churn-serial-17");
    }

    private static GoTarget go(String gogc, long heapBytes) {
        return new GoTarget(
                new GoToolchain(Path.of("/go"), "1.26.8", 26),
                new GoTuning(gogc, 0, ""),
                Path.of("/program"),
                heapBytes);
    }

    @Test
    void go_takesTurnsWithTheJvms_onceBesideTheFirstHeap() {
        List<RunPlan.Work> work = List.of(new RunPlan.Work(
                "churn",
                List.of(),
                List.of(
                        new RunPlan.Heap(HeapSize.parse("256m"), null, List.of(go("50", 0), go("100", 0))),
                        new RunPlan.Heap(HeapSize.parse("512m"), null))));

        RunPlan plan = RunPlan.of(work, List.of(G1), List.of(JDK_17), 2, null, RunPlanTest::supported, (c, j) -> true);

        assertThat(plan.rows().stream()
                        .map(row ->
                                row.invocation() + " " + row.planned().setup().key()))
                .containsExactly(
                        "1 churn/g1-17/268435456",
                        "1 churn/go-1.26-gogc=50/0",
                        "1 churn/go-1.26-gogc=100/0",
                        "1 churn/g1-17/536870912",
                        "2 churn/go-1.26-gogc=50/0",
                        "2 churn/go-1.26-gogc=100/0",
                        "2 churn/g1-17/268435456",
                        "2 churn/g1-17/536870912");
    }

    @Test
    void goAlone_needsNoJdk_andCanBeTheBaseline() {
        List<RunPlan.Work> work = List.of(new RunPlan.Work(
                "churn",
                List.of(),
                List.of(new RunPlan.Heap(HeapSize.parse("256m"), null, List.of(go("50", 0), go("100", 0))))));

        RunPlan plan = RunPlan.of(
                work,
                List.of(),
                List.of(),
                1,
                new Baseline("go", "1.26", "gogc=100"),
                RunPlanTest::supported,
                (c, j) -> true);

        assertThat(plan.rows())
                .extracting(Row::name)
                .containsExactly("churn-go-1.26-gogc50", "churn-go-1.26-gogc100", "churn-go-1.26-gogc100-control");
    }

    @Test
    void collectorThatOneJdkLacks_isLeftOutThere() {
        RunPlan plan = plan(List.of(G1, SHENANDOAH_GENERATIONAL), List.of(JDK_17, JDK_25), 1);

        assertThat(plan.rows())
                .extracting(Row::name)
                .containsExactly("churn-g1-17", "churn-g1-25", "churn-shenandoah-generational-25");
        assertThat(plan.skipped()).containsExactly("shenandoah-generational on JDK 17.0.15: it needs JDK 24 or newer");
    }

    @Test
    void collectorThatNoJdkHas_isRefused() {
        assertThatExceptionOfType(BadRunException.class)
                .isThrownBy(() -> plan(List.of(SHENANDOAH_GENERATIONAL), List.of(JDK_17), 1))
                .withMessage("JDK 17.0.15 has no shenandoah-generational")
                .satisfies(e -> assertThat(e.hint()).isEqualTo("it needs JDK 24 or newer"));
    }

    @Test
    void collectorAskedForOnOneJdk_runsThereOnly_andIsNotCalledMissing() {
        List<AskedCollector> asked =
                List.of(AskedCollector.of("g1-17"), AskedCollector.of("shenandoah-generational-25"));
        RunPlan plan = RunPlan.of(
                CHURN,
                List.of(G1, SHENANDOAH_GENERATIONAL),
                List.of(JDK_17, JDK_25),
                1,
                null,
                RunPlanTest::supported,
                (c, j) -> asked.stream().anyMatch(a -> a.means(c, j)));

        assertThat(plan.rows())
                .extracting(Row::name)
                .containsExactly("churn-g1-17", "churn-shenandoah-generational-25");
        assertThat(plan.skipped()).isEmpty();
    }

    @Test
    void collectorAskedForOnAJdkThatIsNotThere_isRefused() {
        assertThatExceptionOfType(BadRunException.class)
                .isThrownBy(() -> AskedCollector.of("g1-21").refuseUnlessIn(List.of(JDK_17, JDK_25)))
                .withMessage("g1-21: JDK 21 is not among those of this run");
    }

    @Test
    void noJdk_isRefused() {
        assertThatExceptionOfType(BadRunException.class)
                .isThrownBy(() -> plan(List.of(G1), List.of(), 1))
                .withMessage("no JDK 17 or newer found");
    }

    @Test
    void command_isTheJvmItsAgentAndTheWorkload() {
        Row row = plan(List.of(SHENANDOAH_GENERATIONAL), List.of(JDK_25), 1)
                .rows()
                .get(0);

        assertThat(row.labels("r1").toString())
                .isEqualTo("{run=r1, row=1, workload=churn, collector=shenandoah-generational, jdk=25, heap=256m,"
                        + " invocation=1}");
        assertThat(SHENANDOAH_GENERATIONAL.flags(24))
                .containsExactly(
                        "-XX:+UnlockExperimentalVMOptions",
                        "-XX:+UseShenandoahGC",
                        "-XX:ShenandoahGCMode=generational");
        assertThat(SHENANDOAH_GENERATIONAL.flags(25)).doesNotContain("-XX:+UnlockExperimentalVMOptions");
    }

    @Test
    void zgc_hasTwoModesOnlyIn21And22() {
        assertThat(CollectorChoice.ZGC_GENERATIONAL.existsIn(17)).isFalse();
        assertThat(CollectorChoice.ZGC_GENERATIONAL.existsIn(21)).isTrue();
        assertThat(CollectorChoice.ZGC_GENERATIONAL.existsIn(23)).isFalse();
        assertThat(ZGC.existsIn(17)).isTrue();
        assertThat(ZGC.existsIn(25)).isTrue();
    }
}
