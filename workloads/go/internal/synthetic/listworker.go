package synthetic

import (
	"tricolor.dev/go/internal/heap"
	"tricolor.dev/go/internal/spec"
)

// listWorker is a worker whose live set is linked lists through First, built once. Survivors hang on Second of the objects of
// the lists in turn, each until the walk comes round again.
type listWorker struct {
	requests
	length          int
	survivalPPM     int
	heads           []*heap.Node
	cursor          *heap.Node
	cursorChain     int
	sumOfIDsEntered uint64
	sumOfIDsLeft    uint64
}

// Fill builds the lists.
func (w *listWorker) Fill() {
	for i := 0; i < w.length; i++ {
		node := w.maker.Make(w.takeID())
		chain := i % len(w.heads)
		node.First = w.heads[chain]
		w.heads[chain] = node
	}
	w.cursor = w.heads[0]
}

func (w *listWorker) operate(node *heap.Node) {
	if !w.random.Chance(w.survivalPPM) {
		return
	}
	holder := w.cursor
	before := holder.Second
	holder.Second = node
	w.sumOfIDsEntered += node.ID
	if before != nil {
		w.sumOfIDsLeft += before.ID
		w.retire(before)
	}
	w.cursor = holder.First
	if w.cursor == nil {
		w.cursorChain = following(w.cursorChain, len(w.heads))
		w.cursor = w.heads[w.cursorChain]
	}
}

func (w *listWorker) fingerprintOfLiveSet() uint64 {
	fold := uint64(0)
	for _, head := range w.heads {
		for node := head; node != nil; node = node.First {
			fold = heap.Mix(fold + node.Fingerprint())
			if node.Second != nil {
				fold += node.Second.Fingerprint()
			}
		}
	}
	return fold
}

func (w *listWorker) checksOfLiveSet() []spec.Check {
	intact := int64(0)
	sumHeld := uint64(0)
	for _, head := range w.heads {
		for node := head; node != nil; node = node.First {
			if node.Intact() {
				intact++
			}
			if node.Second != nil {
				sumHeld += node.Second.ID
			}
		}
	}
	return []spec.Check{
		{Name: "objects of the lists", Expected: int64(w.length), Found: intact},
		sumCheck("sum over survivors", w.sumOfIDsEntered-w.sumOfIDsLeft, sumHeld),
	}
}
