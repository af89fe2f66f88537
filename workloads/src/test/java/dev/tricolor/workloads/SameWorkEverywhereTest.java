package dev.tricolor.workloads;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Same seed and parameters: same checksum under every collector and JDK. The constants are the contract with the Go twin. */
class SameWorkEverywhereTest {
    static final String CHURN_CHECKSUM = "c4a37f0fb2daac5c";

    static Stream<Arguments> runtimes() {
        return Stream.of(
                Arguments.of(17, "serial", List.of("-XX:+UseSerialGC")),
                Arguments.of(17, "parallel", List.of("-XX:+UseParallelGC")),
                Arguments.of(17, "g1", List.of("-XX:+UseG1GC")),
                Arguments.of(17, "zgc", List.of("-XX:+UseZGC")),
                Arguments.of(17, "shenandoah", List.of("-XX:+UseShenandoahGC")),
                Arguments.of(17, "epsilon", List.of("-XX:+UnlockExperimentalVMOptions", "-XX:+UseEpsilonGC")),
                Arguments.of(25, "serial", List.of("-XX:+UseSerialGC")),
                Arguments.of(25, "parallel", List.of("-XX:+UseParallelGC")),
                Arguments.of(25, "g1", List.of("-XX:+UseG1GC")),
                Arguments.of(25, "zgc", List.of("-XX:+UseZGC")),
                Arguments.of(25, "shenandoah", List.of("-XX:+UseShenandoahGC")),
                Arguments.of(
                        25,
                        "shenandoah-generational",
                        List.of("-XX:+UseShenandoahGC", "-XX:ShenandoahGCMode=generational")));
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("runtimes")
    void churn(int jdk, String collector, List<String> flags) {
        List<String> all = Stream.concat(Stream.of("-Xmx384m"), flags.stream()).toList();
        ChildJvm.Outcome run = ChildJvm.run(
                TestJdks.java(jdk), all, "churn", "--ops", "2m", "--live", "8m", "--mutation", "2%", "--refs", "3");

        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(run.field("collector")).isEqualTo(collector);
        assertThat(run.field("jdk")).isEqualTo(Integer.toString(jdk));
        assertThat(run.field("checksum")).isEqualTo(CHURN_CHECKSUM);
        assertThat(run.number("requestedBytes")).isEqualTo(179_972_456);
        assertThat(run.number("objects")).isEqualTo(6_031_250);
        // nothing was kept off the heap: each array's header and each wide node's come on top of what was asked for
        assertThat(run.number("allocatedBytes")).isGreaterThan(run.number("requestedBytes") + 2_000_000 * (16 + 8));
    }
}
