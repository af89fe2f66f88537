package synthetic

import (
	"tricolor.dev/go/internal/heap"
	"tricolor.dev/go/internal/spec"
)

// mutateWorker stores into old objects: First of a random one gets the new node, Second of another gets an old one. New nodes
// have no references, so an overwritten one is garbage.
type mutateWorker struct {
	requests
	old             *heap.LiveTable
	mutationPPM     int
	oldStores       int
	sumOfIDsEntered uint64
	sumOfIDsLeft    uint64
}

// Fill makes the old objects.
func (w *mutateWorker) Fill() {
	for slot := 0; slot < w.old.Slots(); slot++ {
		w.old.Put(slot, w.maker.Make(w.takeID()))
	}
}

func (w *mutateWorker) operate(node *heap.Node) {
	if w.random.Chance(w.mutationPPM) {
		holder := w.randomOld()
		before := holder.First
		holder.First = node
		w.sumOfIDsEntered += node.ID
		if before != nil {
			w.sumOfIDsLeft += before.ID
			w.retire(before)
		}
	}
	for i := 0; i < w.oldStores; i++ {
		holder := w.randomOld()
		holder.Second = w.randomOld()
	}
}

func (w *mutateWorker) randomOld() *heap.Node {
	return w.old.Get(w.random.Below(w.old.Slots()))
}

func (w *mutateWorker) fingerprintOfLiveSet() uint64 {
	fold := w.old.Fingerprint()
	for slot := 0; slot < w.old.Slots(); slot++ {
		if held := w.old.Get(slot).Second; held != nil {
			fold += held.ID
		}
		fold = heap.Mix(fold)
	}
	return fold
}

func (w *mutateWorker) checksOfLiveSet() []spec.Check {
	sumHeld := uint64(0)
	damaged := int64(0)
	for slot := 0; slot < w.old.Slots(); slot++ {
		held := w.old.Get(slot).First
		if held == nil {
			continue
		}
		sumHeld += held.ID
		if !held.Intact() {
			damaged++
		}
	}
	return []spec.Check{
		{Name: "old objects", Expected: int64(w.old.Slots()), Found: w.old.CountIntact()},
		sumCheck("sum over stored objects", w.sumOfIDsEntered-w.sumOfIDsLeft, sumHeld),
		{Name: "damaged stored objects", Expected: 0, Found: damaged},
	}
}
