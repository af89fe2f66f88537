package synthetic

import "tricolor.dev/go/internal/spec"

// burst is an open loop whose rate rises tenfold for 200 ms of every second.
var burst = &spec.Workload{
	Name:    "burst",
	Summary: "open loop at an even rate, ten times that for 200 ms of every second",
	Exposes: "response time under spikes: collections bunch in the bursts and the queue behind them; see response against service time",
	Knobs: spec.OpenLoop(spec.CommonKnobs("10m", 2, "0", append(churnKnobs("32m", "1%"),
		spec.CountKnob("burst-factor", "10", 1, 1000, "how many times the rate during a burst"),
		spec.DurationKnob("burst-length", "200ms", 1_000_000, 60_000_000_000, "length of a burst"),
		spec.DurationKnob("period", "1s", 10_000_000, 600_000_000_000, "from one burst's end to the next one's"))...), "500k"),
	Plan: func(parameters *spec.Parameters) (*spec.Plan, error) {
		plan, err := planChurn(parameters)
		if err != nil {
			return nil, err
		}
		if parameters.Number("burst-length") >= parameters.Number("period") {
			return nil, &spec.BadInput{
				Problem: "--burst-length must be shorter than --period", Hint: "try --burst-length 200ms --period 1s",
			}
		}
		plan.Arrivals = func(index, threads int) spec.Arrivals {
			all := newBurstArrivals(parameters)
			return func(step int64) float64 {
				return all.intendedNanos((float64(step)*float64(threads) + float64(index)) * operationsPerRequest)
			}
		}
		return plan, nil
	},
}
