package synthetic

import (
	"tricolor.dev/go/internal/heap"
	"tricolor.dev/go/internal/spec"
)

// midlifeWorker is a worker whose survivors enter a queue of fixed length and push out the oldest.
type midlifeWorker struct {
	requests
	queue           *heap.LiveTable
	survivalPPM     int
	next            int
	sumOfIDsEntered uint64
	sumOfIDsLeft    uint64
}

// Fill fills the queue.
func (w *midlifeWorker) Fill() {
	for i := 0; i < w.queue.Slots(); i++ {
		w.enter(w.maker.Make(w.takeID()))
	}
}

func (w *midlifeWorker) operate(node *heap.Node) {
	if w.random.Chance(w.survivalPPM) {
		w.enter(node)
	}
}

func (w *midlifeWorker) enter(node *heap.Node) {
	oldest := w.queue.Put(w.next, node)
	w.next = following(w.next, w.queue.Slots())
	w.sumOfIDsEntered += node.ID
	if oldest != nil {
		w.sumOfIDsLeft += oldest.ID
		w.retire(oldest)
	}
}

// following is the next place in a ring.
func following(place, length int) int {
	if place+1 == length {
		return 0
	}
	return place + 1
}

func (w *midlifeWorker) fingerprintOfLiveSet() uint64 {
	return w.queue.Fingerprint()
}

func (w *midlifeWorker) checksOfLiveSet() []spec.Check {
	return []spec.Check{
		{Name: "queue population", Expected: int64(w.queue.Slots()), Found: w.queue.CountIntact()},
		sumCheck("sum over the queue", w.sumOfIDsEntered-w.sumOfIDsLeft, w.queue.SumOfIDs()),
	}
}
