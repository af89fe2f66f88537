package dev.tricolor.dashboard.analysis;

import dev.tricolor.dashboard.gc.Timeline;
import java.util.Optional;

/**
 * What the workload of a session did.
 *
 * @param workload its name
 * @param operations done
 * @param elapsed ns, as the workload timed itself
 * @param throughput operations/s
 * @param checksum the same for the same work
 * @param service from the actual start of a step to its end
 * @param response from the intended start of a step to its end, in an open loop
 */
public record Work(
        Figure<String> workload,
        Figure<Long> operations,
        Figure<Long> elapsed,
        Figure<Double> throughput,
        Figure<String> checksum,
        Latency service,
        Latency response) {

    public static Work of(Timeline timeline) {
        Optional<WorkloadResult> result = WorkloadResult.of(timeline);
        String instrument = Instruments.workloadResult(timeline) + ", in the workload's own words";
        if (result.isEmpty()) {
            String why = timeline.workload().isEmpty()
                    ? "no canned workload ran in this session"
                    : "the workload has not finished";
            Figure<Long> none = Figure.missing(why);
            return new Work(
                    name(timeline, instrument, why),
                    none,
                    none,
                    Figure.missing(why),
                    Figure.missing(why),
                    Latency.missing(why),
                    Latency.missing(why));
        }
        WorkloadResult r = result.get();
        Figure<Long> operations = number(r.operations().stream().boxed().findFirst(), "count", instrument);
        Figure<Long> elapsed = number(r.elapsedNs().stream().boxed().findFirst(), "ns", instrument);
        return new Work(
                Figure.known(r.workload(), "", instrument),
                operations,
                elapsed,
                throughput(operations, elapsed, instrument),
                Figure.of(r.checksum(), "", instrument, "the workload's result has none"),
                Latency.of(
                        r.json().path("latency").path("service"),
                        instrument + ": HdrHistogram of steps, from their actual start",
                        "the workload's result has none"),
                Latency.of(
                        r.json().path("latency").path("response"),
                        instrument + ": HdrHistogram of steps, from their intended start",
                        "no intended starts: the workload ran in a closed loop"));
    }

    private static Figure<String> name(Timeline timeline, String instrument, String why) {
        return Figure.of(timeline.workload().stream().map(m -> m.workload()).reduce((a, b) -> b), "", instrument, why);
    }

    private static Figure<Long> number(Optional<Long> value, String unit, String instrument) {
        return Figure.of(value, unit, instrument, "the workload's result has none");
    }

    private static Figure<Double> throughput(Figure<Long> operations, Figure<Long> elapsed, String instrument) {
        if (operations instanceof Figure.Known<Long> n && elapsed instanceof Figure.Known<Long> ns && ns.value() > 0) {
            return Figure.known(n.value() / Nanos.seconds(ns.value()), "operations/s", instrument);
        }
        return Figure.missing("the workload's result has no operations or no elapsed time");
    }
}
