package dev.tricolor.dashboard.truth;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tricolor.dashboard.real.RealJdks;
import dev.tricolor.dashboard.run.Jdk;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The {@code jfr} command of JDK 25, as anyone would use it on our files. */
final class JfrTool {

    private JfrTool() {}

    /** {@code jfr summary} and {@code jfr view gc} read each of the files. */
    static void readsEvery(List<Path> chunks) throws IOException, InterruptedException {
        Jdk jdk = RealJdks.all().stream()
                .filter(j -> j.feature() == 25)
                .findFirst()
                .orElse(null);
        if (jdk == null) {
            return; // said aloud, or failed, by RealJdks
        }
        assertThat(chunks).isNotEmpty();
        for (Path chunk : chunks) {
            assertThat(run(jdk, "summary", chunk)).contains("jdk.GCPhasePause");
            assertThat(run(jdk, "view", chunk)).contains("Garbage Collections");
        }
    }

    private static String run(Jdk jdk, String verb, Path chunk) throws IOException, InterruptedException {
        List<String> command = verb.equals("view")
                ? List.of(jfr(jdk), "view", "gc", chunk.toString())
                : List.of(jfr(jdk), verb, chunk.toString());
        Process p = new ProcessBuilder(command).redirectErrorStream(true).start();
        String out = new String(p.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(p.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(p.exitValue()).as(String.join(" ", command) + "\n" + out).isZero();
        return out;
    }

    private static String jfr(Jdk jdk) {
        return jdk.home().resolve("bin").resolve("jfr").toString();
    }
}
