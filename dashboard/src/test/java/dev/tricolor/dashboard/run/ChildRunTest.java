package dev.tricolor.dashboard.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Shell scripts stand in for the JVM: what counts is how they end. */
@DisabledOnOs(OS.WINDOWS)
class ChildRunTest {
    private final Children children = new Children();

    @AfterEach
    void end() {
        children.close();
    }

    private ChildResult run(String script) throws InterruptedException {
        return new ChildRun(children, Duration.ofSeconds(20)).run(List.of("sh", "-c", script), Map.of(), "test");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "echo noise; echo '{\"checksum\":\"1\"}'; echo more noise                | ok",
                "echo '{\"checksum\":\"1\"}'; exit 1                                      | invariant broken",
                "echo 'java.lang.OutOfMemoryError: Java heap space' >&2; exit 1            | out of memory",
                "echo 'Terminating due to java.lang.OutOfMemoryError: Java heap'; exit 3   | out of memory",
                "echo 'tricolor-workloads: churn ran out of memory (Java heap space)' >&2; exit 3 | out of memory",
                "kill -9 $$                                                               | killed (SIGKILL)",
                "kill -INT $$; exit 130 # where it is ignored, as behind nohup            | cancelled",
                "kill -SEGV $$                                                            | killed (SIGSEGV)",
                "echo 'Unrecognized VM option' >&2; exit 1                                | failed (exit 1: Unrecognized VM option)",
                "echo '{ cut off'                                                         | failed (no result line)",
            })
    void ending_hasItsWord(String script, String words) throws InterruptedException {
        assertThat(words(run(script))).isEqualTo(words);
    }

    private static String words(ChildResult result) {
        return Outcome.words(result.outcome().word(), result.detail());
    }

    @Test
    void result_isTheLastJsonLine() throws InterruptedException {
        ChildResult result = run("echo '{\"n\":1}'; echo '{\"n\":2}'; echo done");

        assertThat(result.result().orElseThrow().path("n").asInt()).isEqualTo(2);
    }

    @Test
    void largeOutput_doesNotBlockTheChild() throws InterruptedException {
        ChildResult result = run("i=0; while [ $i -lt 20000 ]; do echo line $i; echo line $i >&2; i=$((i+1)); done;"
                + " echo '{\"n\":1}'");

        assertThat(result.outcome()).isEqualTo(Outcome.OK);
    }

    @Test
    void argumentsThatTheWorkloadRefuses_areToldInItsWords() throws InterruptedException {
        ChildResult result = run("echo 'tricolor-workloads: churn: --ops 0 is nothing to do' >&2; exit 2");

        assertThat(words(result)).isEqualTo("refused (churn: --ops 0 is nothing to do)");
    }

    @Test
    void childThatHangs_isEnded() throws InterruptedException {
        ChildResult result = new ChildRun(children, Duration.ofMillis(200))
                .run(List.of("sh", "-c", "exec sleep 60"), Map.of("PATH", System.getenv("PATH")), "test");

        assertThat(result.outcome()).isEqualTo(Outcome.TIMED_OUT);
    }

    @Test
    void closing_endsTheRunningChild_andStartsNoMore(@TempDir Path folder) throws Exception {
        Path begun = folder.resolve("begun");
        CompletableFuture<ChildResult> running = CompletableFuture.supplyAsync(() -> {
            try {
                return run("touch " + begun + "; exec sleep 60");
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        });
        await().until(() -> Files.exists(begun));

        children.close();

        assertThat(running.get(10, TimeUnit.SECONDS).outcome()).isEqualTo(Outcome.CANCELLED);
        assertThat(run("echo '{}'").outcome()).isEqualTo(Outcome.CANCELLED);
    }
}
