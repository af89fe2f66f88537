package engine

import "tricolor.dev/go/internal/spec"

// Phase is a part of a run; the names are those of the progress events.
type Phase string

// The phases in their order.
const (
	Fill     Phase = "fill"
	Warming  Phase = "warm-up"
	Measured Phase = "measured"
)

// Progress is how far a phase has come.
type Progress struct {
	Workload   string
	Phase      Phase
	Operations int64
	// Total operations of the phase, or -1 if it is bounded by time.
	Total int64
	// ElapsedNanos since the phase's start.
	ElapsedNanos int64
}

// Observer is told how a run goes. Called by the engine's goroutine alone.
type Observer interface {
	// Started comes when the measured part is about to start; the total is -1 if it is bounded by time.
	Started(workload string, parameters *spec.Parameters, total int64)
	// Ended comes when the measured part has ended; its result is not yet put together.
	Ended()
	// Running comes about once a second, and at the end of each phase.
	Running(Progress)
	// Finished comes when the result is complete; only printing follows.
	Finished(workload string, operations int64, resultLine string)
}

// Observers tells several observers.
type Observers []Observer

// Started tells all.
func (o Observers) Started(workload string, parameters *spec.Parameters, total int64) {
	for _, each := range o {
		each.Started(workload, parameters, total)
	}
}

// Ended tells all.
func (o Observers) Ended() {
	for _, each := range o {
		each.Ended()
	}
}

// Running tells all.
func (o Observers) Running(progress Progress) {
	for _, each := range o {
		each.Running(progress)
	}
}

// Finished tells all.
func (o Observers) Finished(workload string, operations int64, resultLine string) {
	for _, each := range o {
		each.Finished(workload, operations, resultLine)
	}
}
