package dev.tricolor.dashboard.watch;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The small parts of watching a program. */
class WatchPartsTest {

    @ParameterizedTest
    @CsvSource({
        "'', gctrace=1, false",
        "'madvdontneed=1', 'madvdontneed=1,gctrace=1', false",
        "'gctrace=0', 'gctrace=0,gctrace=1', false",
        "'gctrace=1', 'gctrace=1', true",
        "'gctrace=2,x=1', 'gctrace=2,x=1', true",
        "'gctrace=1,gctrace=0', 'gctrace=1,gctrace=0,gctrace=1', false",
    })
    void godebug_keepsWhatTheUserHad(String had, String becomes, boolean tracedBefore) {
        assertThat(GoDebug.withTrace(had)).isEqualTo(becomes);
        assertThat(GoDebug.traces(had)).isEqualTo(tracedBefore);
    }

    @Test
    void secretsInArguments_areMasked() {
        assertThat(MaskedArguments.of(List.of(
                        "prog",
                        "--db-password=a b",
                        "--token",
                        "sesame",
                        "-v",
                        "http://u:p@h/x",
                        "--auth",
                        "-x",
                        "plain")))
                .containsExactly(
                        "prog",
                        "--db-password=***",
                        "--token",
                        "***",
                        "-v",
                        "http://u:***@h/x",
                        "--auth",
                        "-x",
                        "plain");
    }

    @ParameterizedTest
    @CsvSource({
        "go1.19.8, '', false",
        "go1.25.3, '', false",
        "go1.25.3, build GOEXPERIMENT=greenteagc, true",
        "go1.26.8, '', true",
        "go1.26.8, build GOEXPERIMENT=nogreenteagc, false",
        "go1.27rc1 X:nogreenteagc, '', false",
    })
    void greenTea_byReleaseAndExperiment(String version, String settings, boolean is) {
        assertThat(GoBinary.greenTea(version, settings)).contains(is);
    }

    @Test
    void whatIsNoGoProgram_isNone() {
        assertThat(GoBinary.of("sh", System.getenv())).isEmpty();
        assertThat(GoBinary.of("no-such-program", Map.of("PATH", "/bin"))).isEmpty();
        assertThat(GoBinary.greenTea("devel", "")).isEmpty();
    }

    @Test
    void procfs_isRead() {
        String stat = "7 (a b) c) S 1 1 1 0 -1 4194304 100 0 0 0 12 3 0 0 20 0 1 0 100 1000 10";
        String status = "Name:\ta\nVmHWM:\t   20 kB\nVmRSS:\t   10 kB\nVmSwap:\t    1 kB\n";

        Optional<ObjectNode> line = ChildProcess.parse(5, status, stat);

        assertThat(line.map(ObjectNode::toString))
                .contains("{\"t\":\"process\",\"at\":5,\"userNs\":120000000,\"systemNs\":30000000,"
                        + "\"peakRss\":20480,\"rss\":10240,\"swap\":1024}");
        assertThat(ChildProcess.parse(5, "Name:\tzombie\n", stat)).isEmpty();
    }
}
