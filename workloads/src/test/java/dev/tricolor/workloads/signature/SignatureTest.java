package dev.tricolor.workloads.signature;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tricolor.workloads.Workloads;
import dev.tricolor.workloads.spec.Signature;
import dev.tricolor.workloads.spec.Workload;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Each workload shows its signature under the right collector, and not under its benign setting. The build runs the short
 * form: some signatures on the JDK of the build. The full form runs all of them, on 17 and 25, and prints the table:
 * {@code mvn -pl workloads test -Dtest=SignatureTest -Dtricolor.signatures=full}; instead of "full" names of workloads,
 * separated by commas, run theirs; {@code -Dtricolor.signatures.jdks=17} leaves the other JDK out.
 */
class SignatureTest {
    private static final String FORM = System.getProperty("tricolor.signatures", "short");
    private static final String JDKS = System.getProperty("tricolor.signatures.jdks", "17,25");
    private static final List<String> SHORT_FORM = List.of("stall", "humongous", "explicit");
    private static final List<String> TABLE = new ArrayList<>(List.of(Trial.HEADER));

    static Stream<Trial> trials() {
        return !FORM.equals("short")
                ? Stream.of(JDKS.split(",")).map(Integer::valueOf).flatMap(SignatureTest::all)
                : all(Runtime.version().feature())
                        .filter(trial -> SHORT_FORM.contains(trial.workload()))
                        .filter(trial -> isFirst(trial.workload(), trial.signature()));
    }

    private static Stream<Trial> all(int jdk) {
        return Workloads.ALL.stream()
                .filter(workload -> FORM.equals("full")
                        || FORM.equals("short")
                        || List.of(FORM.split(",")).contains(workload.name()))
                .flatMap(workload -> workload.signatures().stream()
                        .filter(signature -> signature.minimumJdk() <= jdk)
                        .map(signature -> new Trial(workload.name(), signature, jdk)));
    }

    private static boolean isFirst(String workload, Signature signature) {
        return Workloads.ALL.stream()
                .filter(each -> each.name().equals(workload))
                .allMatch(each -> each.signatures().get(0).equals(signature));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("trials")
    void signature_isSeenWhereItShouldAndNotInTheBenignSetting(Trial trial, @TempDir Path folder) throws Exception {
        Trial.Outcome outcome = trial.run(folder);

        System.out.println(outcome.row()); // now, in case that the rest takes too long
        TABLE.add(outcome.row());
        assertThat(outcome.asDeclared()).as(outcome.row()).isTrue();
    }

    @Test
    void everyWorkload_declaresASignature() {
        assertThat(Workloads.ALL)
                .hasSize(17)
                .noneMatch(workload -> workload.signatures().isEmpty());
        assertThat(Workloads.ALL.stream().map(Workload::name)).doesNotHaveDuplicates();
    }

    @AfterAll
    static void printTable() {
        System.out.println(String.join(System.lineSeparator(), TABLE));
    }
}
