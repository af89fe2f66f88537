package dev.tricolor.dashboard.evidence;

import java.util.List;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;

/**
 * The numbers of a run as CSV (RFC 4180): a line for each setup and metric, an empty field where there is no value.
 *
 * <pre>
 * workload,setup,label,collector,heap_bytes,headroom,control,baseline,invocations,outcomes,metric,unit,n,mean,ci_low,ci_high,ratio,…
 * churn,churn/g1-17/67108864,g1 17,g1,67108864,2.0,false,true,3,3 × ok,gc-cpu-share,share,3,0.12,0.11,0.13,,,,,
 * </pre>
 */
public final class NumbersCsv {
    private static final String HEAD =
            "workload,setup,label,collector,heap_bytes,headroom,control,baseline,invocations,"
                    + "outcomes,metric,unit,n,mean,ci_low,ci_high,ratio,ratio_low,ratio_high,verdict,missing";

    private NumbersCsv() {}

    public static String of(List<RunNumber> numbers) {
        StringBuilder text = new StringBuilder(HEAD).append("\r\n");
        numbers.forEach(n -> text.append(line(n)).append("\r\n"));
        return text.toString();
    }

    private static String line(RunNumber n) {
        StringJoiner line = new StringJoiner(",");
        line.add(field(n.workload()));
        line.add(field(n.setup()));
        line.add(field(n.label()));
        line.add(field(n.collector()));
        line.add(field(n.heapBytes()));
        line.add(field(n.headroom()));
        line.add(field(n.control()));
        line.add(field(n.baseline()));
        line.add(field(n.invocations()));
        line.add(field(n.outcomes()));
        line.add(field(n.metric()));
        line.add(field(n.unit()));
        line.add(field(n.n()));
        line.add(field(n.mean()));
        line.add(field(n.low()));
        line.add(field(n.high()));
        line.add(field(n.ratio()));
        line.add(field(n.ratioLow()));
        line.add(field(n.ratioHigh()));
        line.add(field(n.verdict()));
        line.add(field(n.missing()));
        return line.toString();
    }

    private static String field(@Nullable Object value) {
        String text = value == null ? "" : String.valueOf(value);
        return text.matches("(?s).*[\",\r\n].*") ? '"' + text.replace("\"", "\"\"") + '"' : text;
    }
}
