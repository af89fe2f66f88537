package dev.tricolor.dashboard.model.pacer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tricolor.dashboard.Needs;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The pacer against the Go of this machine, run now. Goals to the byte; triggers are met late where the machine is busy, so
 * that the median is judged here and each one only in the recorded runs.
 */
class LiveGoIT {

    private static final long TRIGGER_TOLERANCE = 64 << 10;
    private static final long SPAN = 8 << 10;
    private static final int TIMEOUT_SECONDS = 120;

    @TempDir
    static Path folder;

    private static Path churn;

    @BeforeAll
    static void build() throws Exception {
        Path go = Needs.go();
        Path source = Files.createDirectory(folder.resolve("churn"));
        try (InputStream in = LiveGoIT.class.getResourceAsStream("churn.go.txt")) {
            Files.copy(in, source.resolve("main.go"));
        }
        Files.writeString(source.resolve("go.mod"), "module churn\n\ngo 1.22\n");
        churn = folder.resolve("churn.exe");
        ProcessBuilder build =
                new ProcessBuilder(go.toString(), "build", "-o", churn.toString(), ".").directory(source.toFile());
        build.environment().put("GOFLAGS", "-mod=mod");
        build.environment().put("GOTOOLCHAIN", "local");
        assertThat(run(build, folder.resolve("build.out"), folder.resolve("build.err")))
                .as(() -> read(folder.resolve("build.err")))
                .isZero();
    }

    @ParameterizedTest
    @CsvSource({"50, 500000", "100, 500000", "200, 1500000", "400, 4000000"})
    void everyGoalToTheByte_andTriggersWithin64KiB(int gogc, String operations) throws Exception {
        GoRun real = churn(Map.of("GOGC", Integer.toString(gogc)), "-ops", operations);
        PacerReplay replay = PacerReplay.of(real, gogc);
        assertThat(replay.goalsByMetrics()).hasSizeGreaterThan(2).containsOnly(0L);
        assertThat(replay.goalsByTrace()).hasSizeGreaterThan(2).containsOnly(0L);
        List<Long> triggers = new ArrayList<>(replay.triggers());
        Collections.sort(triggers);
        assertThat(triggers.get(0)).as("a cycle before its time").isGreaterThanOrEqualTo(-TRIGGER_TOLERANCE);
        assertThat(triggers.get(triggers.size() / 2)).as("median").isLessThanOrEqualTo(TRIGGER_TOLERANCE);
    }

    @Test
    void memoryLimit_toTheByte() throws Exception {
        List<Long> off = churn(Map.of("GOGC", "off", "GOMEMLIMIT", "40MiB"), "-ops", "200000").still().stream()
                .map(still -> {
                    HeapGoal.Memory memory =
                            new HeapGoal.Memory(still.get("mapped"), still.get("free"), still.get("objects"));
                    return still.get("goal")
                            - HeapGoal.byLimit(Release.GO_1_26, still.get("limit"), memory, still.get("live"));
                })
                .sorted()
                .toList();
        assertThat(off.get(off.size() / 2)).as("median of " + off).isZero();
        // One of 30 was off by a span: the runtime counts one for the goal before it counts its objects.
        assertThat(off).allMatch(bytes -> Math.abs(bytes) <= SPAN);
    }

    private static GoRun churn(Map<String, String> environment, String... more) throws Exception {
        List<String> command = new ArrayList<>(List.of(churn.toString(), "-slots", "25000", "-most", "8192"));
        command.addAll(List.of(more));
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().putAll(environment);
        builder.environment().put("GODEBUG", "gctrace=1,gcpacertrace=1");
        Path out = folder.resolve("churn.out");
        Path err = folder.resolve("churn.err");
        assertThat(run(builder, out, err)).as(() -> read(err)).isZero();
        return GoRun.parse(Files.readString(out), Files.readString(err));
    }

    private static int run(ProcessBuilder builder, Path out, Path err) throws Exception {
        Process process =
                builder.redirectOutput(out.toFile()).redirectError(err.toFile()).start();
        if (!process.waitFor(TIMEOUT_SECONDS, TimeUnit.SECONDS)) {
            process.destroyForcibly().waitFor();
            throw new AssertionError(builder.command() + " took more than " + TIMEOUT_SECONDS + " s");
        }
        return process.exitValue();
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
