package dev.tricolor.workloads.synthetic;

import dev.tricolor.workloads.spec.Arrivals;
import dev.tricolor.workloads.spec.BadInput;
import dev.tricolor.workloads.spec.CommonKnobs;
import dev.tricolor.workloads.spec.Knob;
import dev.tricolor.workloads.spec.Measure;
import dev.tricolor.workloads.spec.Parameters;
import dev.tricolor.workloads.spec.Plan;
import dev.tricolor.workloads.spec.Signature;
import dev.tricolor.workloads.spec.Worker;
import dev.tricolor.workloads.spec.Workload;
import java.util.ArrayList;
import java.util.List;

/** An open loop whose rate rises tenfold for 200 ms of every second. */
public final class Burst implements Workload {
    @Override
    public String name() {
        return "burst";
    }

    @Override
    public String summary() {
        return "open loop at an even rate, ten times that for 200 ms of every second";
    }

    @Override
    public String exposes() {
        return "response time under spikes: collections bunch in the bursts and the queue behind them; see response against service time";
    }

    @Override
    public List<Knob> knobs() {
        List<Knob> own = new ArrayList<>(ChurnWorker.knobs("32m", "1%"));
        own.add(Knob.count("burst-factor", "10", 1, 1000, "how many times the rate during a burst"));
        own.add(Knob.duration("burst-length", "200ms", 1_000_000L, 60_000_000_000L, "length of a burst"));
        own.add(Knob.duration("period", "1s", 10_000_000L, 600_000_000_000L, "from one burst's end to the next one's"));
        return CommonKnobs.openLoop(CommonKnobs.with("10m", 2, "0", own.toArray(Knob[]::new)), "500k");
    }

    @Override
    public Plan plan(Parameters parameters) {
        ChurnWorker.slots(parameters); // refuses what can't be before any thread starts
        if (parameters.number("burst-length") >= parameters.number("period")) {
            throw new BadInput("--burst-length must be shorter than --period", "try --burst-length 200ms --period 1s");
        }
        return new RequestPlan() {
            @Override
            public Worker worker(int index, int threads, long seed) {
                return new ChurnWorker(parameters, seed);
            }

            @Override
            public Arrivals arrivals(int index, int threads) {
                BurstArrivals all = new BurstArrivals(parameters);
                return step -> all.intendedNanos(((double) step * threads + index) * operationsPerStep());
            }
        };
    }

    @Override
    public List<Signature> signatures() {
        return List.of(Signature.of(
                "serial",
                "-Xmx64m",
                "--ops 4m --rate 500k --live 4m",
                "--ops 1500k --rate 500k --live 4m --burst-factor 1",
                Measure.gaps("jdk.GarbageCollection").atLeast(4)));
    }
}
