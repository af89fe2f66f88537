package dev.tricolor.workloads;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tricolor.workloads.spec.Knob;
import dev.tricolor.workloads.spec.Workload;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;

/** Every workload's help says what its knobs mean, word for word, and complains of nothing. */
@Isolated
class HelpTest {

    @Test
    void everyWorkload_explainsItsKnobs() {
        PrintStream realOut = System.out;
        PrintStream realErr = System.err;
        for (Workload workload : Workloads.ALL) {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            ByteArrayOutputStream err = new ByteArrayOutputStream();
            int exitCode;
            try {
                System.setOut(new PrintStream(out, true, StandardCharsets.UTF_8));
                System.setErr(new PrintStream(err, true, StandardCharsets.UTF_8));
                exitCode = Main.commandLine().execute(workload.name(), "--help");
            } finally {
                System.setOut(realOut);
                System.setErr(realErr);
            }
            assertThat(exitCode).isZero();
            assertThat(err.toString(StandardCharsets.UTF_8)).as(workload.name()).isEmpty();
            String help = out.toString(StandardCharsets.UTF_8).replaceAll("\\s+", " ");
            assertThat(help)
                    .contains(workload.summary())
                    .contains(workload.knobs().stream().map(Knob::meaning).toList());
        }
    }
}
