package main

import (
	"tricolor.dev/go/internal/engine"
	"tricolor.dev/go/internal/spec"
)

// agent is what is used of an agent in this process: marks in its log, and readings besides those of every interval.
type agent interface {
	Workload(stage, workload string, operations, total int64, threads int, result []byte)
	Sample()
}

// agentObserver puts the run into the log of an agent. Of its phases, the log has the measured part only.
type agentObserver struct {
	agent agent
	total int64
}

func (a *agentObserver) Started(workload string, parameters *spec.Parameters, total int64) {
	if total > 0 {
		a.total = total // else 0: bounded by time
	}
	a.agent.Workload("started", workload, 0, a.total, int(parameters.Number(spec.Threads)), nil)
}

func (a *agentObserver) Ended() {
	a.agent.Sample()
}

func (a *agentObserver) Running(p engine.Progress) {
	if p.Phase == engine.Measured {
		a.agent.Workload("running", p.Workload, p.Operations, a.total, 0, nil)
	}
}

func (a *agentObserver) Finished(workload string, operations int64, resultLine string) {
	a.agent.Workload("finished", workload, operations, a.total, 0, []byte(resultLine))
}
