package dev.tricolor.dashboard.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunLockTest {
    @TempDir
    Path data;

    @Test
    void oneAtATime_andTheOtherIsToldWho() throws Exception {
        try (RunLock first = RunLock.take(data, "tricolor run").orElseThrow()) {
            first.says("20260101-120000");

            assertThat(RunLock.take(data, "the page")).isEmpty();
            assertThat(RunLock.holder(data).orElseThrow().words())
                    .isEqualTo("run 20260101-120000 is going on, by tricolor run (process "
                            + ProcessHandle.current().pid() + ")");
        }
        assertThat(RunLock.holder(data)).isEmpty();
        RunLock.take(data, "the page").orElseThrow().close();
    }

    /** POSIX lets go of a file's locks with the first of its channels that is closed, whichever it is. */
    @Test
    void refusedInThisProcess_isStillRefusedInAnother() throws Exception {
        try (RunLock first = RunLock.take(data, "tricolor run").orElseThrow()) {
            assertThat(RunLock.take(data, "the page")).isEmpty();
            assertThat(inAnotherProcess()).isEqualTo("refused");
            first.says("x");
        }
        assertThat(inAnotherProcess()).isEqualTo("taken");
    }

    private String inAnotherProcess() throws Exception {
        Process other = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Taker.class.getName(),
                        data.toString())
                .redirectErrorStream(true)
                .start();
        return new String(other.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
    }

    /** Takes it and says whether it could. */
    public static final class Taker {
        private Taker() {}

        public static void main(String[] args) throws Exception {
            System.out.println(RunLock.take(Path.of(args[0]), "another").isPresent() ? "taken" : "refused");
        }
    }

    /** What a process that was killed leaves: words that nobody takes back, and no lock. */
    @Test
    void wordsOfADeadProcess_holdUpNobody() throws Exception {
        Process dead = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-version")
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        dead.waitFor();
        Files.writeString(
                data.resolve("runs.active"),
                "{\"who\":\"tricolor run\",\"run\":\"x\",\"pid\":" + dead.pid() + ",\"processStarted\":1}");

        assertThat(RunLock.holder(data)).isEmpty();
        RunLock.take(data, "the page").orElseThrow().close();
    }

    @Test
    void sameNumberButAnotherProcess_isNotTheOneThatSaidSo() throws Exception {
        Files.writeString(
                data.resolve("runs.active"),
                "{\"who\":\"tricolor run\",\"run\":\"x\",\"pid\":"
                        + ProcessHandle.current().pid() + ",\"processStarted\":1}");

        assertThat(RunLock.holder(data)).isEmpty();
    }
}
