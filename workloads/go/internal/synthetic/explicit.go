package synthetic

import (
	"runtime"

	"tricolor.dev/go/internal/heap"
	"tricolor.dev/go/internal/spec"
)

// explicit is calls of runtime.GC.
var explicit = &spec.Workload{
	Name:    "explicit",
	Summary: "churn, and thread 0 calls runtime.GC() after every so many of its operations",
	Exposes: "explicit collections: full and stopped under some collectors, concurrent under others, Go's included, though the caller waits; see forced cycles",
	Knobs: spec.CommonKnobs("10m", 2, "0", append(churnKnobs("16m", "1%"),
		spec.CountKnob("every", "500k", 1, 1_000_000_000_000, "operations of thread 0 from one call to the next"))...),
	Plan: func(parameters *spec.Parameters) (*spec.Plan, error) {
		setting, err := newChurnSetting(parameters)
		return requestPlan(func(index, _ int, seed uint64) spec.Worker {
			worker := &explicitWorker{
				churnWorker: newChurnWorker(setting, seed),
				every:       parameters.Number("every"),
				calls:       index == 0,
			}
			worker.untilCall = worker.every
			worker.work = worker
			return worker
		}), err
	},
}

// explicitWorker churns; the first calls runtime.GC now and then.
type explicitWorker struct {
	*churnWorker
	every     int64
	calls     bool
	untilCall int64
	called    int64
}

func (w *explicitWorker) operate(node *heap.Node) {
	w.churnWorker.operate(node)
	w.untilCall--
	if w.untilCall > 0 {
		return
	}
	w.untilCall = w.every
	if w.calls {
		w.called++
		runtime.GC()
	}
}

func (w *explicitWorker) checksOfLiveSet() []spec.Check {
	expected := int64(0)
	if w.calls {
		expected = w.operationsBegun() / w.every
	}
	return append(w.churnWorker.checksOfLiveSet(),
		spec.Check{Name: "calls of runtime.GC()", Expected: expected, Found: w.called})
}
