package dev.tricolor.dashboard.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** The numbers as other programs read them. */
class NumbersCsvTest {

    private static List<String> lines(Rows rows, String metric) {
        return NumbersCsv.of(RunNumber.of(rows.evidence()))
                .lines()
                .filter(l -> l.contains("," + metric + ",") || l.startsWith("workload,"))
                .toList();
    }

    @Test
    void eachSetupHasALine_withItsIntervalAndItsRatio() {
        // elapsed 100 and 100, 200 and 200: no spread, so intervals of no width
        Rows rows = new Rows()
                .smallest(32)
                .ran("g1", 17, 64, 1, 100, 0, 1, 0)
                .ran("zgc", 17, 64, 1, 200, 0, 1, 0)
                .ran("g1", 17, 64, 2, 100, 0, 1, 0)
                .ran("zgc", 17, 64, 2, 200, 0, 1, 0);
        assertThat(lines(rows, "elapsed"))
                .containsExactly(
                        "workload,setup,label,collector,heap_bytes,headroom,control,baseline,invocations,outcomes,metric,"
                                + "unit,n,mean,ci_low,ci_high,ratio,ratio_low,ratio_high,verdict,missing",
                        "churn,churn/g1-17/67108864,g1 17,g1,67108864,2.0,false,true,2,2 × ok,elapsed,ns,2,100.0,100.0,100.0,"
                                + ",,,,",
                        "churn,churn/zgc-17/67108864,zgc 17,zgc,67108864,2.0,false,false,2,2 × ok,elapsed,ns,2,200.0,200.0,"
                                + "200.0,2.0,2.0,2.0,2.0 times as much,");
    }

    /** Missing is an empty field with its reason, never 0; what has a comma is in quotes. */
    @Test
    void whatIsMissing_saysWhy() {
        Rows rows = new Rows()
                .ran("g1", 17, 64, 1, 100, 0, 1, 0)
                .died("zgc", 17, 64, 1, "out of memory")
                .died("zgc", 17, 64, 2, "killed");
        assertThat(lines(rows, "elapsed").get(2))
                .isEqualTo(
                        "churn,churn/zgc-17/67108864,zgc 17,zgc,67108864,,false,false,0,\"1 × out of memory, 1 × killed\","
                                + "elapsed,ns,0,,,,,,,,\"1 × out of memory, 1 × killed\"");
        assertThat(lines(rows, "elapsed").get(1)).endsWith(",elapsed,ns,1,100.0,,,,,,,");
    }
}
