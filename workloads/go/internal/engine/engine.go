package engine

import (
	"time"

	"tricolor.dev/go/internal/report"
	"tricolor.dev/go/internal/spec"
)

const progressPeriod = time.Second

// run is one run of a workload: fill, warm-up, measured part. All workers wait for one another between the phases.
type run struct {
	workload   *spec.Workload
	parameters *spec.Parameters
	observer   Observer
	facts      report.RuntimeFacts
	crew       *crew
}

// Run runs a planned workload to the end; an error if a worker panicked.
func Run(workload *spec.Workload, plan *spec.Plan, parameters *spec.Parameters, observer Observer) (*report.Result, error) {
	r := &run{workload, parameters, observer, report.CurrentRuntime(), newCrew(plan, parameters)}
	c := r.crew
	c.phaseStartNanos = nanotime()
	c.start()
	if err := r.awaitEndOf(Fill, amount{-1, unbounded}); err != nil {
		return nil, err
	}
	r.open(c.warmUpGate)
	if err := r.awaitEndOf(Warming, c.warmUp); err != nil {
		return nil, err
	}
	observer.Started(workload.Name, parameters, total(c.measured))
	before := report.BeforeWork()
	r.open(c.measuredGate)
	if err := r.awaitEndOf(Measured, c.measured); err != nil {
		return nil, err
	}
	after := report.AfterWork()
	observer.Ended()
	return r.tally(before, after), nil
}

func (r *run) open(gate chan struct{}) {
	r.crew.phaseStartNanos = nanotime()
	close(gate)
}

// awaitEndOf reports progress until every worker has arrived; none goes on before the next gate opens.
func (r *run) awaitEndOf(phase Phase, amount amount) error {
	ticker := time.NewTicker(progressPeriod)
	defer ticker.Stop()
	for arrived := 0; arrived < r.crew.threads; {
		select {
		case <-r.crew.arrived:
			arrived++
		case <-ticker.C:
			r.observer.Running(r.progress(phase, amount))
		}
	}
	if failure := r.crew.failure.Load(); failure != nil {
		return *failure
	}
	r.observer.Running(r.progress(phase, amount))
	return nil
}

func (r *run) progress(phase Phase, amount amount) Progress {
	return Progress{
		Workload:     r.workload.Name,
		Phase:        phase,
		Operations:   r.crew.operationsDone(),
		Total:        total(amount),
		ElapsedNanos: nanotime() - r.crew.phaseStartNanos,
	}
}

func total(amount amount) int64 {
	if amount.isTimed() {
		return -1
	}
	return amount.operations
}
