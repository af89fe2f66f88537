package spec

import "strconv"

// Names of the knobs that the engine itself reads; every workload has them first.
const (
	Ops      = "ops"
	Seed     = "seed"
	Threads  = "threads"
	Duration = "duration"
	Rate     = "rate"
	WarmUp   = "warmup"
)

const (
	maxSafeInJSON = 1<<53 - 1
	dayNanos      = 86_400_000_000_000
)

// CommonKnobs are the common knobs with one workload's defaults, followed by its own knobs. The warm-up is the share of
// the measured work that runs before it, unmeasured; "0" for workloads whose start matters.
func CommonKnobs(ops string, threads int, warmUp string, own ...Knob) []Knob {
	knobs := []Knob{
		CountKnob(Ops, ops, 1, 1_000_000_000_000, "operations in all, shared among the threads: fixed work"),
		CountKnob(Seed, "1", 0, maxSafeInJSON, "every choice follows from it"),
		CountKnob(Threads, strconv.Itoa(threads), 1, 256, "threads that do the operations"),
		DurationKnob(Duration, "", 100_000_000, dayNanos, "run for this long instead of a fixed number of operations"),
		CountKnob(Rate, "", 1, 1_000_000_000, "operations per second, open loop; without it as fast as possible"),
		ShareKnob(WarmUp, warmUp, 0, 10*PPM, "unmeasured work before, as a share of the measured"),
	}
	return append(knobs, own...)
}

// OpenLoop is the same knobs with a rate of their own unless another is given: an open loop.
func OpenLoop(knobs []Knob, operationsPerSecond string) []Knob {
	open := append([]Knob(nil), knobs...)
	for i := range open {
		if open[i].Name == Rate {
			open[i].Default = operationsPerSecond
			open[i].Meaning = "operations per second, open loop"
		}
	}
	return open
}
