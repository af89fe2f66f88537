package dev.tricolor.workloads;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Bad input: exit code 2, nothing on standard output, exactly one line on standard error that holds a hint. */
@Isolated
class BadInputTest {
    /** Command line and the line that it gives; the Go program is held to the same. */
    static final String COMMAND_LINES = """
                    ''                                   | say which workload; 'workloads' shows them all
                    chrun                                | no such workload or option: 'chrun'; did you mean churn?
                    churn --opps 5                       | no such workload or option: '--opps'; did you mean --ops?
                    churn extra                          | no such workload or option: 'extra'; 'churn --help' shows its options
                    churn --ops                          | Missing required parameter for option '--ops' (COUNT); 'churn --help' shows its options
                    churn --ops 0                        | churn: --ops can't be 0; it must lie between 1 and 1000000000000
                    churn --ops -5                       | churn: --ops can't be '-5'; give it a whole number such as 1000 or 5m
                    churn --ops 1.5                      | churn: --ops can't be '1.5'; give it a whole number such as 1000 or 5m
                    churn --ops 99999999999999999999     | churn: --ops can't be '99999999999999999999'; give it a whole number such as 1000 or 5m
                    churn --ops 9999999999g              | churn: --ops can't be '9999999999g'; give it a whole number such as 1000 or 5m
                    churn --ops ''                       | churn: --ops can't be ''; give it a whole number such as 1000 or 5m
                    churn --ops 5 --ops 6                | option '--ops' (COUNT) should be specified only once; 'churn --help' shows its options
                    churn --ops 5 --duration 1s          | churn: --ops and --duration exclude each other; give fixed work or a fixed time
                    churn --duration 5                   | churn: --duration can't be '5'; give it a time such as 500ms, 10s or 2m
                    churn --duration 1ms                 | churn: --duration can't be 1ms; it must lie between 100ms and 86400s
                    churn --threads 0                    | churn: --threads can't be 0; it must lie between 1 and 256
                    churn --threads 1000                 | churn: --threads can't be 1000; it must lie between 1 and 256
                    churn --seed 9007199254740992        | churn: --seed can't be 9007199254740992; it must lie between 0 and 9007199254740991
                    churn --live lots                    | churn: --live can't be 'lots'; give it bytes such as 48m, or a share of the heap such as 45%
                    churn --live 1                       | churn: --live can't be 1; it must lie between 64k and 64g
                    churn --live 64k --threads 200       | churn: --live 64k is fewer than 16 objects a thread; give it more live bytes or fewer threads
                    churn --survival 101%                | churn: --survival can't be 101%; it must lie between 0% and 100%
                    churn --survival 0.00000001          | churn: --survival can't be '0.00000001'; give it a share such as 1% or 0.01
                    churn --sizes nosuch                 | churn: --sizes can't be 'nosuch'; give it one of h2, spring, kafka or a text file under 1 MB
                    churn --refs 65                      | churn: --refs can't be 65; it must lie between 0 and 64
                    churn --rate 0                       | churn: --rate can't be 0; it must lie between 1 and 1000000000
                    churn --rate @file                   | churn: --rate can't be '@file'; give it a whole number such as 1000 or 5m
                    workloads churn                       | no such workload or option: 'churn'; 'workloads --help' shows its options
                    """;

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = COMMAND_LINES)
    void isOneLineWithAHint(String commandLine, String expected) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        PrintStream realOut = System.out;
        PrintStream realErr = System.err;
        int exitCode;
        try {
            System.setOut(new PrintStream(out, true, StandardCharsets.UTF_8));
            System.setErr(new PrintStream(err, true, StandardCharsets.UTF_8));
            exitCode = Main.commandLine().execute(arguments(commandLine));
        } finally {
            System.setOut(realOut);
            System.setErr(realErr);
        }

        assertThat(err.toString(StandardCharsets.UTF_8))
                .isEqualTo("tricolor-workloads: " + expected + System.lineSeparator());
        assertThat(out.toString(StandardCharsets.UTF_8)).isEmpty();
        assertThat(exitCode).isEqualTo(2);
    }

    static String[] arguments(String commandLine) {
        return commandLine.isEmpty()
                ? new String[0]
                : java.util.Arrays.stream(commandLine.split(" "))
                        .map(word -> word.equals("''") ? "" : word)
                        .toArray(String[]::new);
    }
}
