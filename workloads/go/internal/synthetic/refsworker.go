//go:build go1.24

package synthetic

import (
	"runtime"
	"sync/atomic"
	"weak"

	"tricolor.dev/go/internal/heap"
	"tricolor.dev/go/internal/spec"
)

const (
	// referenceBytes is what a reference object asks for in Java: referent, queue and two links.
	referenceBytes = 32
	// segment is how many references lie in one array of the ring.
	segment = 1024
)

func planReferences(parameters *spec.Parameters) (*spec.Plan, error) {
	shape, err := heap.NewShape(parameters)
	return requestPlan(func(_, _ int, seed uint64) spec.Worker {
		worker := newReferencesWorker(shape, parameters, seed)
		worker.work = worker
		return worker
	}), err
}

// referencesWorker makes references and keeps the last ones in a ring; some of their referents stay strongly reachable for as
// long. When the others are cleared depends on the collector and is in no checksum.
type referencesWorker struct {
	requests
	weak         bool
	referencePPM int
	strongPPM    int
	kept         int
	ring         [][]weak.Pointer[heap.Node]
	strong       *heap.LiveTable
	cleaned      *atomic.Int64
	next         int
	references   int64
}

func newReferencesWorker(shape heap.Shape, parameters *spec.Parameters, seed uint64) *referencesWorker {
	kept := int(parameters.Number("kept"))
	ring := make([][]weak.Pointer[heap.Node], (kept+segment-1)/segment)
	for i := range ring {
		ring[i] = make([]weak.Pointer[heap.Node], segment)
	}
	return &referencesWorker{
		requests:     newRequests(shape, seed),
		weak:         parameters.Text("kind") == "weak",
		referencePPM: int(parameters.Number("reference-share")),
		strongPPM:    int(parameters.Number("strong-share")),
		kept:         kept,
		ring:         ring,
		strong:       heap.NewLiveTable(kept),
		cleaned:      new(atomic.Int64),
	}
}

// Fill has nothing to build.
func (w *referencesWorker) Fill() {}

func (w *referencesWorker) operate(node *heap.Node) {
	if !w.random.Chance(w.referencePPM) {
		return
	}
	held := node
	if !w.random.Chance(w.strongPPM) {
		held = nil
	}
	w.references++
	w.maker.Count(referenceBytes, 1)
	if before := w.strong.Put(w.next, held); before != nil {
		w.retire(before)
	}
	if w.weak {
		w.ring[w.next/segment][w.next%segment] = weak.Make(node)
	} else {
		runtime.AddCleanup(node, func(counter *atomic.Int64) { counter.Add(1) }, w.cleaned)
	}
	w.next = following(w.next, w.kept)
}

func (w *referencesWorker) fingerprintOfLiveSet() uint64 {
	return w.strong.Fingerprint() ^ uint64(w.references)
}

func (w *referencesWorker) checksOfLiveSet() []spec.Check {
	clearedTooEarly := int64(0)
	for i := 0; i < w.kept; i++ {
		referent := w.strong.Get(i)
		if w.weak && referent != nil && w.ring[i/segment][i%segment].Value() != referent {
			clearedTooEarly++
		}
	}
	cleanedTooOften := w.cleaned.Load() - w.references
	if w.weak {
		cleanedTooOften = w.cleaned.Load()
	}
	if cleanedTooOften < 0 {
		cleanedTooOften = 0
	}
	return []spec.Check{
		{Name: "references to strongly reachable objects that were cleared", Expected: 0, Found: clearedTooEarly},
		{Name: "more cleanups run than registered", Expected: 0, Found: cleanedTooOften},
	}
}
