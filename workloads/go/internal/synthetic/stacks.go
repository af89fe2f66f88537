package synthetic

import (
	"runtime/debug"

	"tricolor.dev/go/internal/spec"
)

// spareThreads is how many more threads the process may have than stacks wired to one.
const spareThreads = 1_000

// stacks is ten thousand parked goroutines with deep stacks.
var stacks = &spec.Workload{
	Name:    "stacks",
	Summary: "thousands of parked goroutines, each with a deep stack of references; the operations churn beside them and now and then renew one",
	Exposes: "root scanning: stacks of platform threads are scanned in pauses, those of virtual threads lie on the heap, goroutines are stopped one by one while their stack is scanned; see thread-root times and pauses",
	Knobs: spec.CommonKnobs("10m", 2, "0", append(churnKnobs("16m", "1%"),
		spec.ChoiceKnob("kind", "virtual", []string{"virtual", "platform"},
			"goroutines, or goroutines each wired to an operating system's thread of its own"),
		spec.CountKnob("stacks", "10000", 1, 1_000_000, "parked threads in all"),
		spec.CountKnob("depth", "100", 1, 1_000, "frames of each, each holding one object"),
		spec.CountKnob("renew", "10k", 1, 1_000_000_000,
			"operations of a thread from one renewed stack to the next"))...),
	Plan: func(parameters *spec.Parameters) (*spec.Plan, error) {
		setting, err := newChurnSetting(parameters)
		if err != nil {
			return nil, err
		}
		count := parameters.Number("stacks")
		if count < parameters.Number(spec.Threads) {
			return nil, &spec.BadInput{
				Problem: "--stacks is fewer than --threads", Hint: "give each thread at least one stack",
			}
		}
		wired := parameters.Text("kind") == "platform"
		if wired {
			debug.SetMaxThreads(int(count) + spareThreads)
		}
		return requestPlan(func(index, threads int, seed uint64) spec.Worker {
			worker := newStacksWorker(setting, parameters, wired, index, threads, seed)
			worker.work = worker
			return worker
		}), nil
	},
}
