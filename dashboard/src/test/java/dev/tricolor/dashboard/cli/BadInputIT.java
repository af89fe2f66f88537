package dev.tricolor.dashboard.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What cannot be is refused in one line that says what to do, with exit code 2. */
class BadInputIT {
    @TempDir
    Path data;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "run chrun                              | no workload \"chrun\": one of ",
                "run churn --gc g2                      | no collector \"g2\": one of serial, parallel, g1, zgc, ",
                "run churn --gc shenandoah-generational --jdk 17 | JDK 17.",
                "run churn --gc zgc-generational --jdk 17        | has no zgc-generational: only JDK 21 to 22 have it",
                "run churn --heap lots                  | heap \"lots\" is no size: write it like 512m or 2g",
                "run churn --heap 1m                    | heap 1m is out of bounds: between 8m and 1024g",
                "run churn --heap 32m                   | heap 32m does not hold the live set of 48 MiB: a larger --heap",
                "run churn --live 200m --heap 128m      | heap 128m does not hold the live set of 200 MiB",
                "run churn --jdk 9                      | no JDK 9 on this machine: found: ",
                "run churn --jdk /no/such               | no Java runtime in /no/such: give the folder",
                "run churn --repeat 0                   | --repeat 0 is nothing to do: give 1 or more",
                "run churn --set color=red              | churn has no knob \"color\": tricolor workloads lists them",
                "run churn --gc serial --ops 0          | ops",
                "run                                    | no workload named: such as churn",
                "run churn --headroom 0.5               | headroom \"0.5\" is no multiple of the smallest heap: from 1",
                "run churn --headroom 2 --heap 128m     | --heap and --headroom exclude each other",
                "run churn --baseline zgc-9             | baseline \"zgc-9\" is not among what runs: one of ",
                "run churn --pin red                    | --pin red is no list of processors: write it like 0 or 2-5,7",
                "run churn --pin 4000                   | cannot pin to processors 4000: it needs ",
                "run churn --limit 0                    | --limit 0 ends every run at once",
                "run churn --gc go --gogc -5            | GOGC \"-5\" is no percentage: from 1 to 100000, or off",
                "run churn --gogc NaN                   | GOGC \"NaN\" is no percentage",
                "run churn --gc go --memlimit lots      | memory limit \"lots\" is no size from 8m to 1024g",
                "run churn --gc go --go 1.3             | no Go 1.3 on this machine: found: ",
                "run churn --gc go --go /no/such        | no Go toolchain in /no/such: give the folder",
                "run churn --gc go --greentea maybe     | --greentea maybe is neither on nor off",
                "run churn --gc go --headroom 2         | a multiple of the smallest heap is one of a JVM's",
                "run churn --equal-memory --heap 64m    | --equal-memory sets the heaps itself",
                "run --resume nosuch                    | no run \"nosuch\": there are none yet",
                "run churn --resume last                | --resume knows its workloads: give no others",
                "run churn --sped 1                     | Unknown option",
                "serve --port 99999                     | --port 99999 is none: 0 to 65535",
                "serve --host 0.0.0.0                   | --host 0.0.0.0 lets others in: give --token TOKEN",
                "report nosuch                          | no run \"nosuch\": there are none yet",
                "show nosuch                            | no session \"nosuch\": tricolor sessions lists them",
                "attach no-such-jvm-is-here             | no JVM of yours with \"no-such-jvm-is-here\"",
                "nonsense                               | nonsense",
                "''                                     | no command given",
            })
    void badInput_isOneLineAndExit2(String line, String says) {
        String[] args = line.isEmpty() ? new String[0] : line.split(" +");
        if (line.matches("(run|serve|show|attach|report).*")) {
            args = with(args, "--data=" + data);
        }
        if (line.startsWith("run")) {
            args = with(args, "--port=0"); // a taken port would be a line of its own
        }
        CliRun run = CliRun.of(args);

        assertThat(run.err().lines()).as(run.err()).hasSize(1);
        assertThat(run.err()).startsWith("tricolor: ").contains(says);
        assertThat(run.out()).isEmpty();
        assertThat(run.exitCode()).isEqualTo(ExitCode.USAGE);
    }

    @Test
    void noDashboard_isExit3() {
        CliRun run = CliRun.of("sessions", "--url", "http://127.0.0.1:1");

        assertThat(run.err())
                .isEqualTo(
                        "tricolor: no Tricolor dashboard answers at http://127.0.0.1:1: tricolor serve starts one\n");
        assertThat(run.exitCode()).isEqualTo(ExitCode.COULD_NOT_RUN);
    }

    @Test
    void portOfSomethingElse_isExit3() throws Exception {
        try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            CliRun run = CliRun.of("serve", "--port", String.valueOf(other.getLocalPort()), "--data", data.toString());

            assertThat(run.err()).contains("port " + other.getLocalPort()).contains("--port");
            assertThat(run.exitCode()).isEqualTo(ExitCode.COULD_NOT_RUN);
        }
    }

    private static String[] with(String[] args, String more) {
        String[] all = java.util.Arrays.copyOf(args, args.length + 1);
        all[args.length] = more;
        return all;
    }
}
