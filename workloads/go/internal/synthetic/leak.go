package synthetic

import (
	"sync"

	"tricolor.dev/go/internal/heap"
	"tricolor.dev/go/internal/spec"
)

// leak is a slow leak behind a map that is never cleared.
var leak = &spec.Workload{
	Name:    "leak",
	Summary: "churn, and one in a hundred new objects stays forever in a static map",
	Exposes: "a live set that only grows: the trend of the heap after old collections, and the leak candidates of old-object samples",
	Knobs: spec.CommonKnobs("50m", 2, "0", append(churnKnobs("16m", "1%"),
		spec.ShareKnob("leak", "1%", 0, spec.PPM, "share of the new objects that are never let go"))...),
	Plan: func(parameters *spec.Parameters) (*spec.Plan, error) {
		setting, err := newChurnSetting(parameters)
		return requestPlan(func(index, _ int, seed uint64) spec.Worker {
			worker := &leakWorker{
				churnWorker: newChurnWorker(setting, seed),
				index:       uint64(index),
				leakPPM:     int(parameters.Number("leak")),
			}
			worker.work = worker
			return worker
		}), err
	},
}

// forgotten holds what leaked. A key is an object of its own here as it is in Java.
var forgotten sync.Map

// idBits of a key are the node's, those above the worker's.
const idBits = 52

// leakWorker churns and forgets some of its nodes in the map, as real leaks do.
type leakWorker struct {
	*churnWorker
	index   uint64
	leakPPM int
	leaked  int64
}

func (w *leakWorker) operate(node *heap.Node) {
	w.churnWorker.operate(node)
	if w.random.Chance(w.leakPPM) {
		w.leaked++
		w.maker.Count(8, 1)
		forgotten.Store(w.index<<idBits|node.ID, node)
	}
}

// own calls for each node that this worker leaked, in no order.
func (w *leakWorker) own(each func(*heap.Node)) {
	forgotten.Range(func(key, value any) bool {
		if key.(uint64)>>idBits == w.index {
			each(value.(*heap.Node))
		}
		return true
	})
}

func (w *leakWorker) fingerprintOfLiveSet() uint64 {
	sum := uint64(0) // a sum: the map has no order
	w.own(func(node *heap.Node) { sum += node.Fingerprint() })
	return heap.Mix(w.churnWorker.fingerprintOfLiveSet() ^ sum)
}

func (w *leakWorker) checksOfLiveSet() []spec.Check {
	found := int64(0)
	w.own(func(*heap.Node) { found++ })
	return append(w.churnWorker.checksOfLiveSet(),
		spec.Check{Name: "leaked objects", Expected: w.leaked, Found: found})
}
